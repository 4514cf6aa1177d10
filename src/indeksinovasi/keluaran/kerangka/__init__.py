"""Kerangka berkas baru, berkomentar menurut tabel tahunnya; baris yang wajib lebih dulu."""
