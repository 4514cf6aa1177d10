"""Fakta sebagaimana diketik orang di sebuah sel: ``2024, 2025``, ``85%``, ``Peraturan Kepala Daerah``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from indeksinovasi.inti.ejaan import maksud_pasti
from indeksinovasi.inti.impor.label import TidakTerpetakan, bilangan_dari_sel, bilangan_yaml, teks_sel
from indeksinovasi.inti.model.fakta import BENTUK_FAKTA
from indeksinovasi.inti.model.impor import IsiSel

BacaNilai = Callable[[str], Any]
"""Membaca tulisan YAML satu nilai; teksnya sendiri bila bukan YAML."""
_KATA = re.compile(r"[a-z_]+", re.ASCII)
_PISAH = re.compile(r"[,;\n]+")
_KALI = re.compile(r"\d{4}\s*[:=]\s*\d+(?:\s*[,;\n]\s*\d{4}\s*[:=]\s*\d+)*", re.ASCII)


def tulisan_fakta(kode: str, nilai: Any) -> IsiSel:
    """Tulisan yang mudah disunting bagi daftar dan peta tahun; ``None`` bila harus ditulis sebagai YAML."""
    bentuk = BENTUK_FAKTA.get(kode)
    jenis = bentuk.jenis if bentuk else ""
    if jenis in ("tahun", "banyak") and isinstance(nilai, list) and nilai:
        return _tulisan_daftar(nilai)
    if jenis == "kali" and isinstance(nilai, Mapping):
        tulisan = ", ".join(f"{tahun}: {kali}" for tahun, kali in nilai.items())
        return tulisan if _KALI.fullmatch(tulisan) else None
    return None


def _tulisan_daftar(nilai: list[Any]) -> IsiSel:
    if not all(type(satu) is int or (isinstance(satu, str) and _KATA.fullmatch(satu)) for satu in nilai):
        return None
    tunggal = nilai[0] if len(nilai) == 1 and type(nilai[0]) is int else None
    return tunggal or ", ".join(map(str, nilai))


def fakta_diketik(kode: str, sel: IsiSel, baca_nilai: BacaNilai) -> Any:
    """Nilai ``fakta`` baris *kode*; yang bukan bentuknya diteruskan, supaya pemeriksa menyebutnya."""
    bentuk = BENTUK_FAKTA.get(kode)
    jenis = bentuk.jenis if bentuk else ""
    pilihan = bentuk.pilihan if bentuk else ()
    if jenis in ("tahun", "banyak"):
        return _daftar(sel, pilihan, baca_nilai)
    nilai = nilai_diketik(sel, baca_nilai)
    if not isinstance(nilai, str):
        return nilai
    if jenis == "kali" and _KALI.fullmatch(nilai.strip()):
        return {int(tahun): int(kali) for tahun, kali in re.findall(r"(\d{4})\s*[:=]\s*(\d+)", nilai)}
    return maksud_pasti(nilai, pilihan) or nilai


def _daftar(sel: IsiSel, pilihan: tuple[str, ...], baca_nilai: BacaNilai) -> Any:
    """Daftar dari ``a, b`` atau satu anggota; daftar YAML yang sah tetap."""
    nilai = nilai_diketik(sel, baca_nilai)
    if not isinstance(nilai, str):
        return [nilai] if isinstance(nilai, int) and not isinstance(nilai, bool) else nilai
    anggota = [baca_nilai(satu.strip()) for satu in _PISAH.split(nilai) if satu.strip()]
    return [maksud_pasti(satu, pilihan) or satu for satu in anggota]


def nilai_diketik(sel: IsiSel, baca_nilai: BacaNilai) -> Any:
    """Bilangan, juga berkoma desimal atau berpersen; selainnya nilai YAML tulisannya."""
    if isinstance(sel, bool | int):
        return sel
    if isinstance(sel, float):
        return int(sel) if sel.is_integer() else sel
    teks = teks_sel(sel).strip()
    if "," in teks or teks.endswith("%"):
        try:
            return bilangan_yaml(bilangan_dari_sel(teks))
        except TidakTerpetakan:
            pass
    # Sesudah " #" YAML membaca komentar; di sel itu bagian tulisannya.
    return teks if " #" in teks else baca_nilai(teks)
