"""Biaya satu berkas masukan: bita, kedalaman, isian, dan temuan yang masih dilayani."""

from __future__ import annotations

BATAS_BITA = 512 * 1024
BATAS_DALAM = 500
BATAS_KURUNG = 5_000
BATAS_ISIAN = 10_000
BATAS_TEMUAN = 500
MASIH_ADA = ("masih ada masalah lain di berkas ini", "Perbaiki yang disebut dahulu, lalu periksa lagi.")
"""Kalimat temuan terakhir sebuah berkas yang masalahnya melebihi ``BATAS_TEMUAN``."""
