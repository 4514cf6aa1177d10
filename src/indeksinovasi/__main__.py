"""``python -m indeksinovasi``."""

from indeksinovasi.cli import utama

if __name__ == "__main__":
    utama()
