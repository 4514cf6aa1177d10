"""Nama yang dipakai laporan tahunan."""

from __future__ import annotations

from indeksinovasi.keluaran.nilai_kata import kalimat_asumsi as kalimat_asumsi  # dibagikan
from indeksinovasi.keluaran.teks import NAMA_GOLONGAN as NAMA_GOLONGAN  # dibagikan
