"""Membaca sel sebuah isian menjadi nilai catatan, menurut aturan satu sumber."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, Generic, NamedTuple, TypeVar

from indeksinovasi.inti.ejaan import kutip, mungkin_maksud, sambung
from indeksinovasi.inti.impor.label import (
    PILIHAN,
    TidakTerpetakan,
    asta_cita_dari,
    bilangan_dari_sel,
    bilangan_yaml,
    bulan_hari,
    daftar_urusan,
    koordinat_dari,
    kosong,
    pilihan_dari,
    rapikan_banyak,
    tanggal_dari_sel,
    teks_sel,
    urutan_tanggal,
)
from indeksinovasi.inti.model.dasar import POLA_ID_CATATAN
from indeksinovasi.inti.model.impor import IsiSel
from indeksinovasi.inti.model.inovasi import WAJIB_SESUDAH_DRAF
from indeksinovasi.inti.nama import kunci_nama, rapikan_teks

T = TypeVar("T")
WAKTU = ("uji_coba", "penerapan", "pengembangan")
_TEKS = ("nama_inisiator", "tematik", "pkpn")
_TEKS_PANJANG = ("rancang_bangun", "tujuan", "manfaat", "hasil")
_ALAMAT = re.compile(r"https?://\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AturanBaca:
    """Cara membaca semua baris satu sumber.

    ``status``: status bila sumber tidak menyebutnya. ``status_dipaksa``: pilihan pengguna yang mengalahkan
    kolom status. ``pilihan``: padanan label menurut isian, dari peta pengguna.
    """

    tahun: int
    status: str
    status_dipaksa: str | None = None
    opd: str | None = None
    kematangan_maksimum: Fraction | None = None
    pilihan: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    urutan: Mapping[str, str] = field(default_factory=dict)


class Ingatan(dict[IsiSel, T], Generic[T]):
    """Hasil sebuah fungsi menurut selnya; tiap tulisan dihitung sekali saja.

    Hanya teks yang diingat: bagi kamus, ``True``, ``1``, dan ``1.0`` adalah kunci yang sama.
    """

    def __init__(self, hitung: Callable[[IsiSel], T]) -> None:
        super().__init__()
        self._hitung = hitung

    def __missing__(self, sel: IsiSel) -> T:
        hasil = self._hitung(sel)
        if type(sel) is str:
            self[sel] = hasil
        return hasil


class SelTerbaca(NamedTuple):
    """Nilai sebuah sel; ``catatan`` menyebut yang tidak dapat dibaca, ``nilai`` ``None`` bila tidak ada."""

    nilai: Any
    catatan: str | None = None


def pembaca_sel(aturan: AturanBaca) -> Iterator[tuple[str, Ingatan[SelTerbaca]]]:
    """Pembaca sel tiap isian, menurut urutan catatannya; sel kosong tanpa nilai dan tanpa catatan."""
    for isian, baca in _PEMBACA.items():
        if isian != "status" or aturan.status_dipaksa is None:
            yield isian, Ingatan(_penerjemah(isian, baca, aturan))


def _penerjemah(isian: str, baca: Baca, aturan: AturanBaca) -> Callable[[IsiSel], SelTerbaca]:
    def terjemah(sel: IsiSel) -> SelTerbaca:
        if kosong(sel):
            return SelTerbaca(None)
        try:
            hasil = baca(isian, sel, aturan)
        except TidakTerpetakan as galat:
            return SelTerbaca(None, f"{isian} {kutip(teks_sel(sel))} {galat}")
        return hasil if isinstance(hasil, SelTerbaca) else SelTerbaca(hasil)

    return terjemah


def _nama(_isian: str, nilai: IsiSel, _aturan: AturanBaca) -> SelTerbaca:
    if isinstance(nilai, bool | date):
        return SelTerbaca(None, f"judul {kutip(teks_sel(nilai))} bukan teks; Excel mungkin mengubahnya")
    return SelTerbaca(rapikan_teks(teks_sel(nilai)))


def _opd(_isian: str, nilai: IsiSel, _aturan: AturanBaca) -> str:
    return rapikan_teks(teks_sel(nilai))


def _status(isian: str, nilai: IsiSel, aturan: AturanBaca) -> SelTerbaca:
    try:
        return SelTerbaca(_pilihan(isian, nilai, aturan))
    except TidakTerpetakan as galat:
        catatan = f"status {kutip(teks_sel(nilai))} {galat}; ditulis {aturan.status}"
        return SelTerbaca(aturan.status, catatan)


def _sebaris(_isian: str, nilai: IsiSel, _aturan: AturanBaca) -> str:
    return rapikan_teks(_tulisan(nilai))


def _panjang(_isian: str, nilai: IsiSel, _aturan: AturanBaca) -> str:
    return rapikan_banyak(_tulisan(nilai))


def _tulisan(nilai: IsiSel) -> str:
    if isinstance(nilai, bool | date):
        raise TidakTerpetakan("bukan teks; Excel mungkin mengubahnya")
    return teks_sel(nilai)


def _tanggal(_isian: str, nilai: IsiSel, aturan: AturanBaca) -> str:
    tertulis = urutan_tanggal(nilai) if aturan.urutan else None
    urutan = aturan.urutan.get(tertulis.pemisah) if tertulis and tertulis.urutan != "hari" else None
    if urutan == "bulan":
        return bulan_hari(str(nilai))
    if urutan == "ragu" and tertulis and tertulis.urutan == "dua":
        raise TidakTerpetakan("tidak pasti; tabelnya juga memuat tanggal bulan/hari")
    return tanggal_dari_sel(nilai)


def _pilihan(isian: str, nilai: IsiSel, aturan: AturanBaca) -> str:
    teks = rapikan_teks(teks_sel(nilai))
    kode = aturan.pilihan.get(isian, {}).get(kunci_nama(teks)) or pilihan_dari(isian, teks)
    if kode is None:
        sebab = "tidak dikenal" if len(PILIHAN[isian]) > 10 else "bukan pilihan"
        raise TidakTerpetakan(f"{sebab}{sambung(mungkin_maksud(teks, PILIHAN[isian]))}")
    return kode


def _asta(_isian: str, nilai: IsiSel, _aturan: AturanBaca) -> int:
    nomor = asta_cita_dari(teks_sel(nilai))
    if nomor is None:
        raise TidakTerpetakan("tidak dikenal")
    return nomor


def _berpola(nilai: IsiSel, pola: re.Pattern[str], sebab: str) -> str:
    teks = teks_sel(nilai).strip()
    if not pola.fullmatch(teks):
        raise TidakTerpetakan(sebab)
    return teks


def _pengembangan(_isian: str, nilai: IsiSel, _aturan: AturanBaca) -> str:
    return _berpola(nilai, POLA_ID_CATATAN, "bukan <tahun>/<opd>/<nama>")


def _kematangan(_isian: str, nilai: IsiSel, aturan: AturanBaca) -> Any:
    angka = bilangan_dari_sel(nilai)
    if angka < 0 or (aturan.kematangan_maksimum is not None and angka > aturan.kematangan_maksimum):
        raise TidakTerpetakan(f"di luar rentang {aturan.tahun}")
    return bilangan_yaml(angka)


def _koordinat(_isian: str, nilai: IsiSel, _aturan: AturanBaca) -> dict[str, float]:
    return koordinat_dari(nilai)


def _urusan_lain(_isian: str, nilai: IsiSel, aturan: AturanBaca) -> SelTerbaca:
    kode, sisa = daftar_urusan(teks_sel(nilai))
    dipetakan = aturan.pilihan.get("urusan", {})
    padanan = {satu: dipetakan.get(kunci_nama(satu)) for satu in sisa}
    semua = dict.fromkeys((*kode, *(satu for satu in padanan.values() if satu)))
    asing = [satu for satu, milik in padanan.items() if milik is None and not kosong(satu)]
    catatan = f"urusan_lain {kutip(', '.join(asing))} tidak dikenal" if asing else None
    return SelTerbaca(tuple(semua), catatan)


def _video(_isian: str, nilai: IsiSel, _aturan: AturanBaca) -> str:
    return _berpola(nilai, _ALAMAT, "bukan alamat web")


def _ada_video(_isian: str, nilai: IsiSel, _aturan: AturanBaca) -> str | None:
    """Kolom ini lazimnya hanya "Ada"; sebagian orang menaruh alamatnya di sini."""
    teks = teks_sel(nilai).strip()
    return teks if _ALAMAT.fullmatch(teks) else None


Baca = Callable[[str, IsiSel, AturanBaca], Any]
_PEMBACA: Mapping[str, Baca] = {
    "nama": _nama,
    "opd": _opd,
    "status": _status,
    **dict.fromkeys(WAJIB_SESUDAH_DRAF, _pilihan),
    **dict.fromkeys(_TEKS, _sebaris),
    **dict.fromkeys(_TEKS_PANJANG, _panjang),
    "asta_cita": _asta,
    "tanggal_input": _tanggal,
    "pengembangan_dari": _pengembangan,
    "kematangan": _kematangan,
    **dict.fromkeys(WAKTU, _tanggal),
    "koordinat": _koordinat,
    "urusan_lain": _urusan_lain,
    "video": _video,
    "ada_video": _ada_video,
}
"""Cara membaca sel tiap isian; ``TidakTerpetakan`` bila tidak dapat."""
