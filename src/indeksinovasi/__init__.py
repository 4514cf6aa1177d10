"""Penghitung Indeks Inovasi Daerah: versi paket, tanpa pengetahuan tentang isi modul lain."""

__version__ = "0.1.0"
