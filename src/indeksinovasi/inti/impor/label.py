"""Sel tabel menjadi nilai catatan: label pilihan, tanggal, bilangan, koordinat, urusan, dan Asta Cita."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any, NamedTuple, get_args

from indeksinovasi.inti.ejaan import ejaan_terdekat, maksud_pasti
from indeksinovasi.inti.model.angka import POLA_RIBUAN, TAHUN_NASKAH, pecahan
from indeksinovasi.inti.model.impor import IsiSel
from indeksinovasi.inti.model.inovasi import BentukInovasi, Inisiator, JenisInovasi, Status, Tahapan
from indeksinovasi.inti.model.urusan import URUSAN
from indeksinovasi.inti.nama import kunci_nama, rapikan_teks

TANDA_KOSONG = frozenset(("", "-", "--", "–", "—", "null", "none", "n/a", "nan"))
"""Tanda kosong pada ekspor dan tabel orang."""
_TANDA_TERPANJANG = max(map(len, TANDA_KOSONG))
PILIHAN: Mapping[str, tuple[str, ...]] = {
    "status": get_args(Status),
    "tahapan": get_args(Tahapan),
    "inisiator": get_args(Inisiator),
    "jenis": get_args(JenisInovasi),
    "bentuk": get_args(BentukInovasi),
    "urusan": tuple(URUSAN),
}
LABEL: Mapping[str, Mapping[str, str]] = {
    "tahapan": {"inisiatif": "Inisiatif", "uji_coba": "Uji Coba", "penerapan": "Penerapan"},
    "inisiator": {
        "kepala_daerah": "Kepala Daerah",
        "dprd": "Anggota DPRD",
        "opd": "OPD",
        "asn": "ASN",
        "masyarakat": "Masyarakat",
    },
    "jenis": {"digital": "Digital", "non_digital": "Non Digital", "teknologi": "Teknologi"},
    "bentuk": {
        "tata_kelola": "Inovasi tata kelola pemerintahan daerah",
        "pelayanan_publik": "Inovasi pelayanan publik",
        "lainnya": (
            "Inovasi Daerah lainnya sesuai dengan Urusan Pemerintahan yang menjadi kewenangan Daerah"
        ),
    },
    "status": {"draf": "Draf", "terkirim": "Terkirim", "diterima": "Diterima", "ditolak": "Ditolak"},
    "urusan": URUSAN,
}
"""Label ekspor resmi tiap kode."""
_ASTA = (
    ("memperkokoh ideologi",),
    ("memantapkan sistem pertahanan",),
    ("melanjutkan pengembangan infrastruktur", "meningkatkan lapangan kerja"),
    ("memperkuat pembangunan sumber daya manusia",),
    ("melanjutkan hilirisasi",),
    ("membangun dari desa",),
    ("memperkuat reformasi politik",),
    ("memperkuat penyelarasan",),
)
ASTA_LABEL = (
    "Memperkokoh ideologi Pancasila, demokrasi, dan hak asasi manusia (HAM)",
    "Memantapkan sistem pertahanan keamanan negara dan mendorong kemandirian bangsa",
    "Melanjutkan pengembangan infrastruktur dan meningkatkan lapangan kerja yang berkualitas",
    "Memperkuat pembangunan sumber daya manusia (SDM)",
    "Melanjutkan hilirisasi dan mengembangkan industri berbasis sumber daya alam",
    "Membangun dari desa dan dari bawah",
    "Memperkuat reformasi politik, hukum, dan birokrasi",
    "Memperkuat penyelarasan kehidupan yang harmonis",
)
_BULAN = (
    ("januari", "februari", "maret", "april", "mei", "juni"),
    ("juli", "agustus", "september", "oktober", "november", "desember"),
)
_BULAN_LAIN = {
    **{"pebruari": 2, "peb": 2, "agt": 8, "ags": 8, "agst": 8, "sept": 9, "nop": 11, "nopember": 11},
    **{"january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "aug": 8},
    **{"october": 10, "oct": 10, "december": 12, "dec": 12},
}
_NAMA_BULAN = {nama: nomor for nomor, nama in enumerate((*_BULAN[0], *_BULAN[1]), 1)} | _BULAN_LAIN
_NAMA_BULAN |= {nama[:3]: nomor for nama, nomor in _NAMA_BULAN.items()}
_JAM = r"(?:[T ,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?: *(?:WIB|WITA|WIT|Z))?)?"
_HARI = r"(?:(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu),? +)?"
_TANGGAL = re.compile(
    rf"{_HARI}(\d{{1,2}}) ?([-/. ]) ?(\d{{1,2}}|[A-Za-z]+)\.? ?[-/. ] ?(\d{{4}}){_JAM}",
    re.ASCII | re.IGNORECASE,
)
_TANGGAL_ISO = re.compile(rf"(\d{{4}})([-/])(\d{{1,2}})\2(\d{{1,2}}){_JAM}", re.ASCII)
_URUT_EXCEL = range(36_526, 55_153)
"""Nomor urut Excel tahun 2000 sampai 2050."""
_TAHUN_WAJAR = range(TAHUN_NASKAH, 2101)
"""Tanggal di luar ini salah ketik, misalnya 1024 atau 3024."""
_DERAJAT = re.compile(r"[-+]?\d{1,3}(?:[.,]\d+)?", re.ASCII)
_PEMISAH_LETAK = re.compile(r"\s*[,;/]\s*|\s+")
_KOMA_SAJA = re.compile(r"[-+]?\d+,\d+", re.ASCII)


class TidakTerpetakan(Exception):
    """Sel tidak dapat menjadi nilai isian; pesannya menyebut sebab."""


def teks_sel(sel: IsiSel) -> str:
    """Tulisan sel: tanggal sebagai ISO, bilangan bulat tanpa ``.0``, selainnya apa adanya."""
    if sel is None:
        return ""
    if isinstance(sel, bool):
        return "ya" if sel else "tidak"
    if isinstance(sel, datetime):
        return sel.date().isoformat()
    if isinstance(sel, date):
        return sel.isoformat()
    if isinstance(sel, float) and sel.is_integer():
        return str(int(sel))
    return str(sel)


def kosong(sel: IsiSel) -> bool:
    """Sel tanpa isi, atau hanya tanda kosong."""
    if sel is None or not isinstance(sel, str):
        return sel is None
    # Tanda kosong semuanya pendek, jadi teks lain tidak perlu dirapikan.
    return len(rapi := sel.strip()) <= _TANDA_TERPANJANG and rapi.lower() in TANDA_KOSONG


@lru_cache(maxsize=8192)
def pilihan_dari(isian: str, teks: str) -> str | None:
    """Kode sebuah pilihan dari label resmi, kode, atau sebutan yang dikenal; salah ketik tidak ditebak."""
    kode = _menurut_label(isian).get(kunci_nama(teks))
    return kode or maksud_pasti(teks, PILIHAN[isian])


def pilihan_terdekat(isian: str, teks: str) -> str | None:
    """Seperti ``pilihan_dari``, juga yang hanya salah ketik: untuk usul yang akan diperiksa orang."""
    return pilihan_dari(isian, teks) or ejaan_terdekat(teks, PILIHAN[isian])


@cache
def _menurut_label(isian: str) -> Mapping[str, str]:
    label = {kunci_nama(teks): kode for kode, teks in LABEL[isian].items()}
    return label | {kunci_nama(kode): kode for kode in PILIHAN[isian]}


@lru_cache(maxsize=8192)
def daftar_urusan(teks: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Kode urusan dalam daftar berkoma yang nama-namanya sendiri memuat koma, dan sisa yang tak dikenal."""
    rapi = f",{rapikan_teks(teks.replace(chr(10), ',')).casefold()},"
    ditemukan: list[tuple[int, str]] = []
    for pola, kode in _pola_urusan():
        while cocok := pola.search(rapi):
            ditemukan.append((cocok.start(), kode))
            # Panjangnya tetap, supaya urutan tertulisnya diketahui.
            rapi = rapi[: cocok.start()] + "," * len(cocok.group()) + rapi[cocok.end() :]
    sisa = [bagian.strip() for bagian in re.split("[,;]", rapi) if bagian.strip()]
    lain = [bagian for bagian in sisa if pilihan_dari("urusan", bagian) is None and not kosong(bagian)]
    semua = [kode for _, kode in sorted(ditemukan)]
    semua += filter(None, (pilihan_dari("urusan", bagian) for bagian in sisa))
    return tuple(dict.fromkeys(semua)), tuple(lain)


@cache
def _pola_urusan() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Nama resmi dan ejaan lamanya, dari yang terpanjang supaya nama di dalam nama lain tidak mendahului."""
    nama = {isi.casefold(): kode for kode, isi in URUSAN.items()}
    lama = {satu.replace("pelindungan", "perlindungan"): kode for satu, kode in nama.items()}
    terpanjang = sorted((nama | lama).items(), key=lambda satu: -len(satu[0]))
    return tuple((re.compile(rf"[,;]\s*{re.escape(satu)}\s*(?=[,;])"), kode) for satu, kode in terpanjang)


@lru_cache(maxsize=1024)
def asta_cita_dari(teks: str) -> int | None:
    """Nomor Asta Cita dari kata-kata awalnya, atau nomornya."""
    rapi = rapikan_teks(teks).casefold()
    if rapi.isdecimal() and rapi.isascii() and 1 <= int(rapi) <= len(_ASTA):
        return int(rapi)
    rapi = re.sub(r"^\W*\d*\W*", "", rapi)
    cocok = [nomor for nomor, awalan in enumerate(_ASTA, 1) if rapi.startswith(awalan)]
    return cocok[0] if cocok else None


@lru_cache(maxsize=8192)
def _tanggal_teks(teks: str) -> date | None:
    rapi = rapikan_teks(teks)
    if cocok := _TANGGAL_ISO.fullmatch(rapi):
        bagian = (int(cocok[1]), int(cocok[3]), int(cocok[4]))
    elif cocok := _TANGGAL.fullmatch(rapi):
        bulan = int(cocok[3]) if cocok[3].isdecimal() else _NAMA_BULAN.get(cocok[3].lower(), 0)
        bagian = (int(cocok[4]), bulan, int(cocok[1]))
    else:
        return None
    try:
        return date(*bagian)
    except ValueError:
        return None


def tanggal_dari_sel(sel: IsiSel) -> str:
    """Tanggal ISO dari sel tanggal atau teks ``dd-mm-yyyy``, ``yyyy-mm-dd``, ``17 Agustus 2023``."""
    hari = sel if isinstance(sel, date) else _tanggal_teks(teks_sel(sel))
    if hari is not None:
        if hari.year not in _TAHUN_WAJAR:
            raise TidakTerpetakan(f"tahunnya {hari.year}, tidak mungkin benar")
        return teks_sel(hari)
    if _nomor_urut(sel):
        raise TidakTerpetakan("nomor urut Excel, bukan tanggal; ubah format selnya menjadi tanggal")
    raise TidakTerpetakan("bukan tanggal")


def _nomor_urut(sel: IsiSel) -> bool:
    teks = teks_sel(sel).strip()
    return teks.isdecimal() and len(teks) == 5 and int(teks) in _URUT_EXCEL


class UrutanTanggal(NamedTuple):
    """Pemisah sebuah tanggal tertulis, dan yang lebih dulu: ``hari``, ``bulan``, atau ``dua`` kemungkinan."""

    pemisah: str
    urutan: str


def urutan_tanggal(sel: IsiSel) -> UrutanTanggal | None:
    """Urutan tanggal tertulis; ``None`` bila bukan, atau bila hari dan bulannya sama."""
    return _urutan(sel) if isinstance(sel, str) else None


@lru_cache(maxsize=8192)
def _urutan(teks: str) -> UrutanTanggal | None:
    cocok = _TANGGAL.fullmatch(rapikan_teks(teks))
    if cocok is None or not cocok[3].isdecimal():
        return None
    satu, dua = int(cocok[1]), int(cocok[3])
    if satu == dua or max(satu, dua) > 31 or min(satu, dua) > 12:
        return None
    return UrutanTanggal(cocok[2], "hari" if satu > 12 else "bulan" if dua > 12 else "dua")


def bulan_hari(teks: str) -> str:
    """Tanggal ISO dari tulisan bulan/hari/tahun."""
    cocok = _TANGGAL.fullmatch(rapikan_teks(teks))
    if cocok is None:
        raise TidakTerpetakan("bukan tanggal")
    return tanggal_dari_sel(f"{cocok[3]}-{cocok[1]}-{cocok[4]}")


def bilangan_dari_sel(sel: IsiSel, *, derajat: bool = False) -> Fraction:
    """Bilangan eksak dari sel bilangan atau teks ("90", "90%", "79,69"); ``2.000`` dan ``2,000`` ditolak,
    kecuali *derajat*, yang tidak pernah berpemisah ribuan.
    """
    if isinstance(sel, bool) or sel is None:
        raise TidakTerpetakan("bukan bilangan")
    if isinstance(sel, int | float):
        try:
            return pecahan(sel)
        except ValueError:
            raise TidakTerpetakan("bukan bilangan") from None
    teks = str(sel).strip().removesuffix("%").strip()
    if POLA_RIBUAN.fullmatch(teks.replace(",", ".")) and not (derajat and teks.count(".") < 2):
        raise TidakTerpetakan("dapat dibaca berpemisah ribuan")
    try:
        return pecahan(teks.replace(".", ",") if derajat else teks)
    except ValueError:
        raise TidakTerpetakan("bukan bilangan") from None


def bilangan_yaml(nilai: Fraction) -> int | Decimal:
    """Bilangan untuk ditulis: bulat bila bulat."""
    if nilai.denominator == 1:
        return nilai.numerator
    return Decimal(nilai.numerator) / Decimal(nilai.denominator)


def koordinat_dari(sel: IsiSel) -> dict[str, float]:
    """Lintang dan bujur dari ``-7.05,112.71``, ``-7,05, 112,71``, atau ``-7,05;112,71``."""
    teks = teks_sel(sel)
    angka = _dua_angka(teks.replace("−", "-"))
    if angka is None:
        raise TidakTerpetakan("bukan koordinat lintang, bujur")
    lintang, bujur = angka
    if not (-90 <= lintang <= 90 and -180 <= bujur <= 180):
        raise TidakTerpetakan("koordinat di luar bumi")
    return {"lintang": lintang, "bujur": bujur}


def _dua_angka(teks: str) -> tuple[float, float] | None:
    """Pasangan angka dalam *teks*; bila komanya dapat dibaca dua cara, hanya yang jatuh di Indonesia."""
    semua = list(dict.fromkeys(_bacaan_letak(teks)))
    if len(semua) > 1 or (semua and _KOMA_SAJA.fullmatch(teks.strip())):
        semua = [(lintang, bujur) for lintang, bujur in semua if di_indonesia(lintang, bujur)]
    return semua[0] if len(semua) == 1 else None


def _bacaan_letak(teks: str) -> Iterator[tuple[float, float]]:
    rapi = teks.strip()
    for titik in _PEMISAH_LETAK.finditer(rapi):
        satu, dua = rapi[: titik.start()].strip(), rapi[titik.end() :].strip()
        if _DERAJAT.fullmatch(satu) and _DERAJAT.fullmatch(dua):
            yield float(satu.replace(",", ".")), float(dua.replace(",", "."))


def di_indonesia(lintang: float, bujur: float) -> bool:
    """Kira-kira wilayah Indonesia, cukup untuk memilih bacaan koordinat."""
    return -12 <= lintang <= 7 and 94 <= bujur <= 142


def rapikan_banyak(teks: Any) -> str:
    """Teks panjang: ganti baris seragam, ekor spasi dan baris kosong di tepi dibuang."""
    baris = (satu.rstrip() for satu in str(teks).replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "\n".join(baris).strip()


def pertama(semua: Iterable[str]) -> str | None:
    """Anggota pertama, ``None`` bila tidak ada."""
    return next(iter(semua), None)
