"""Kata-kata bersama tentang nilai: peran predikat dan kalimat asumsi."""

from __future__ import annotations

from fractions import Fraction

from indeksinovasi.inti.hitung.akibat import akibat_asumsi
from indeksinovasi.inti.model.hasil import Asumsi, Hasil
from indeksinovasi.keluaran.dokumen import Peran
from indeksinovasi.keluaran.teks import angka, angka_rapi

_PERAN: dict[str, Peran] = {
    "Sangat Inovatif": "sangat",
    "Inovatif": "inovatif",
    "Kurang Inovatif": "kurang",
    "Tidak Dapat Dinilai": "tanpa",
}


def peran_predikat(nama: str | None) -> Peran:
    """Peran sebuah predikat; nama lain (lomba daerah) cukup tebal."""
    return _PERAN.get(nama or "", "angka")


def kalimat_asumsi(asumsi: Asumsi) -> str:
    """Satu asumsi sebagai kalimat: angka yang dipakai, kemungkinan lain, dan alasannya."""
    alasan = f": {asumsi.alasan}" if asumsi.alasan else ""
    return f"{sebut_asumsi(asumsi)}{alasan}"


def sebut_asumsi(asumsi: Asumsi) -> str:
    """Angka yang dipakai dan kemungkinan lainnya, tanpa alasan."""
    lain = [satu for satu in asumsi.kemungkinan if satu != asumsi.nilai]
    kemungkinan = f" (mungkin juga {', '.join(map(_nilai, lain))})" if lain else ""
    if asumsi.nilai is None and len(lain) == 2:
        kemungkinan = f" (mulai antara {_nilai(lain[0])} dan {_nilai(lain[1])})"
    if asumsi.nilai is None and not lain:
        kemungkinan = " tidak ditemukan, dianggap tidak berlaku"
    return f"{_yang_dipakai(asumsi)}{kemungkinan}"


def _yang_dipakai(asumsi: Asumsi) -> str:
    nilai = "" if asumsi.nilai is None else f" = {_nilai(asumsi.nilai)}"
    return f"{asumsi.kunci.replace('_', ' ').replace('.', ' ')}{nilai}"


def kalimat_akibat(asumsi: Asumsi, hasil: Hasil) -> str:
    """Angka yang dipakai dan apa yang berubah tanpanya: ``… = ya; bila tidak, indeks 46,51``."""
    akibat = akibat_asumsi(hasil, asumsi)
    if not akibat:
        return sebut_asumsi(asumsi)
    sebutan = "skor" if hasil.absolut else "indeks"
    bila = (
        f"bila {'tidak berlaku' if satu.nilai is None else _nilai(satu.nilai)}, {sebutan} "
        f"{'tetap' if satu.skor == hasil.utama.skor else angka(satu.skor)}"
        for satu in akibat
    )
    dipakai = _yang_dipakai(asumsi) if asumsi.nilai is not None else f"{_yang_dipakai(asumsi)}: tidak berlaku"
    return f"{dipakai}; {'; '.join(bila)}"


def _nilai(nilai: Fraction | bool | str | None) -> str:
    if nilai is None:
        return "tidak ditemukan"
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    return nilai if isinstance(nilai, str) else angka_rapi(nilai)
