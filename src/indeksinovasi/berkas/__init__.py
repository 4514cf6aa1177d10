"""YAML masuk dan keluar: pembacaan cepat, posisi, terjemahan galat pydantic, fakta berkas bukti, dan
penulisan yang utuh.
"""
