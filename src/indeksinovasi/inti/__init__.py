"""Inti murni: tipe data dan hitungan indeks.

Tidak mengenal berkas, YAML, terminal, jam, maupun lingkungan. Segala masukan tiba sebagai nilai, segala
keluaran kembali sebagai nilai.
"""
