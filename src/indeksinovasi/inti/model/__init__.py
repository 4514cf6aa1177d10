"""Tipe data domain: daerah, inovasi, SPD, fakta, metode, dan hasil."""
