"""Daerah buatan dengan dua puluh inovasi dari dua belas OPD bernama panjang, pengukur panjang laporan."""

from __future__ import annotations

from pathlib import Path

from tests.daerah_uji import URUSAN_WAJIB, Data, inovasi, metode, tulis_daerah

BANYAK = 20
_OPD = 12
_PANJANG = "Dinas Perumahan Rakyat, Kawasan Permukiman, Pertanahan, dan Lingkungan Hidup"


def tulis_dua_puluh(akar: Path, tahun: int, jahat: str = "") -> Path:
    """Tulis daerahnya di *akar* untuk *tahun* dan tahun sebelumnya; *jahat* diselipkan pada semua nama."""
    daerah: Data = {"nama": f"Kabupaten Penukal Abab Lematang Ilir {jahat}".strip(), "jenis": "kabupaten"}
    daerah["kode"] = "99.02"
    daerah["perangkat_daerah"] = {f"opd-{n}": f"{_PANJANG} {n} {jahat}".strip() for n in range(_OPD)}
    daerah["target_inovasi"] = {tahun: 2}
    for tiap in (tahun - 1, tahun):
        isi = {f"opd-{n % _OPD}/inovasi-{n}": _inovasi(n, tiap, jahat) for n in range(BANYAK)}
        isi["opd-1/ditolak"] = inovasi(tiap, nama=f"Yang Ditolak {jahat}".strip(), status="ditolak")
        isi["opd-2/draf"] = inovasi(tiap, nama=f"Yang Masih Draf {jahat}".strip(), status="draf")
        tulis_daerah(akar, tiap, isi, {"total": 41 + tiap - tahun}, daerah)
    return akar


def _inovasi(n: int, tahun: int, jahat: str) -> Data:
    baris = {}
    for letak, satu in enumerate(metode(tahun).aspek("sid")):
        tingkat = (n * 7 + letak * 3 + tahun) % 4
        bukti = [{"berkas": "bukti/a.pdf", "nomor": "1", "tanggal": f"{tahun - 1}-02-01"}]
        isi: Data = {"parameter": tingkat, "bukti": bukti if (n + letak) % 5 else []}
        if (n + letak) % 3:
            isi["verifikasi"] = {"parameter": min(tingkat, 2)}
        baris[satu.kode] = isi
    nama = f"Layanan Terpadu Pencegahan Stunting dan Gizi Buruk Nomor {n} {jahat}".strip()
    return inovasi(tahun, nama=nama, status="terkirim", urusan=URUSAN_WAJIB[n % 5], indikator=baris)
