"""Kolom tabel: judul kolom yang dikenal, ejaan yang keliru, dan baris judul di mana pun letaknya."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from indeksinovasi.inti.impor.label import teks_sel
from indeksinovasi.inti.model.impor import BarisLembar, IsiSel

KOLOM_RESMI: tuple[tuple[str, str], ...] = (
    ("No", "no"),
    ("Judul Inovasi", "nama"),
    ("Pemda", "pemda"),
    ("Admin OPD", "opd"),
    ("Inisiator", "inisiator"),
    ("Nama Inisiator", "nama_inisiator"),
    ("Bentuk Inovasi", "bentuk"),
    ("Jenis", "jenis"),
    ("Asta Cipta", "asta_cita"),
    ("Urusan Utama", "urusan"),
    ("Urusan lain yang beririsan", "urusan_lain"),
    ("Kematangan", "kematangan"),
    ("Tahapan Inovasi", "tahapan"),
    ("Tanggal Input", "tanggal_input"),
    ("Tanggal Penerapan", "penerapan"),
    ("Tanggal Pengembangan", "pengembangan"),
    ("Koordinat", "koordinat"),
    ("Video", "ada_video"),
    ("Link Video", "video"),
)
"""Kesembilan belas kolom ekspor resmi menurut urutannya, dan isian tiap kolom."""
ISIAN_KOLOM = frozenset(
    (
        *("nama", "opd", "pemda", "status", "tahapan", "inisiator", "nama_inisiator", "jenis", "bentuk"),
        *("urusan", "urusan_lain", "tematik", "pkpn", "asta_cita", "koordinat", "lintang", "bujur", "video"),
        *("tanggal_input", "uji_coba", "penerapan", "pengembangan", "rancang_bangun", "tujuan", "manfaat"),
        *("hasil", "pengembangan_dari", "kematangan"),
    )
)
"""Isian yang boleh menjadi tujuan sebuah kolom."""
_SALAH_EJA = {
    "astacita": "asta_cita",
    "asta": "asta_cita",
    "judul": "nama",
    "namainovasi": "nama",
    "adminperangkatdaerah": "opd",
    "perangkatdaerah": "opd",
    "bentukinovasidaerah": "bentuk",
    "jenisinovasi": "jenis",
    "urusanutamainovasi": "urusan",
    "urusanlainyangberirisan": "urusan_lain",
    "urusanlain": "urusan_lain",
    "tingkatkematangan": "kematangan",
    "skorkematangan": "kematangan",
    "tahapan": "tahapan",
    "tglinput": "tanggal_input",
    "tglpenerapan": "penerapan",
    "tanggaldanpenerapan": "penerapan",
    "tglpengembangan": "pengembangan",
    "kordinat": "koordinat",
    "linkvidio": "video",
    "urlvideo": "video",
    "vidio": "ada_video",
}
_BUKAN_HURUF = re.compile(r"[\W_]+")
BARIS_DICARI = 40
"""Baris judul dicari di sekian baris pertama sebuah lembar."""
CIRI_RESMI = frozenset(("nama", "opd", "inisiator", "bentuk", "urusan", "tahapan"))
_CUKUP = 3


class BarisJudul(NamedTuple):
    """Baris judul: letaknya di antara baris lembar, kolom tiap isian, dan semua selnya."""

    urutan: int
    kolom: Mapping[str, int]
    sel: tuple[IsiSel, ...] = ()


def kunci_judul(sel: IsiSel) -> str:
    """Pembanding judul kolom: huruf dan angka saja, dalam ragam Unicode yang sama."""
    return _BUKAN_HURUF.sub("", unicodedata.normalize("NFKC", teks_sel(sel)).casefold())


_RESMI = {kunci_judul(judul): isian for judul, isian in KOLOM_RESMI} | _SALAH_EJA


def cari_judul_resmi(baris: Sequence[BarisLembar]) -> BarisJudul | None:
    """Baris judul ekspor resmi; ``None`` bila tidak ada yang memuat semua kolom pokoknya."""
    for urutan, satu in enumerate(baris[:BARIS_DICARI]):
        kolom = petakan(satu.sel, _RESMI)
        if kolom.keys() >= CIRI_RESMI:
            return BarisJudul(urutan, kolom, satu.sel)
    return None


def kurang_resmi(baris: Sequence[BarisLembar]) -> tuple[int, list[str]] | None:
    """Nomor baris yang paling mirip judul ekspor resmi dan kolom pokok yang tidak ada padanya; ``None`` bila
    tidak ada yang mirip.
    """
    semua = [(petakan(satu.sel, _RESMI).keys() & CIRI_RESMI, satu.nomor) for satu in baris[:BARIS_DICARI]]
    ada, nomor = max(semua, key=lambda satu: len(satu[0]), default=(set(), 0))
    if len(ada) < _CUKUP:
        return None
    return nomor, [judul for judul, isian in KOLOM_RESMI if isian in CIRI_RESMI - ada]


def petakan(sel: Iterable[IsiSel], kamus: Mapping[str, str]) -> dict[str, int]:
    """Kolom pertama tiap isian yang judulnya ada di *kamus*."""
    kolom: dict[str, int] = {}
    for nomor, satu in enumerate(sel):
        isian = kamus.get(kunci_judul(satu))
        if isian is not None and isian not in kolom:
            kolom[isian] = nomor
    return kolom


def cari_judul(baris: Sequence[BarisLembar]) -> int | None:
    """Baris judul tabel lain: yang paling awal memuat paling banyak teks pendek dan berbeda."""
    terbaik, nilai = None, _CUKUP - 1
    for urutan, satu in enumerate(baris[:BARIS_DICARI]):
        teks = [kunci_judul(sel) for sel in satu.sel if isinstance(sel, str) and 0 < len(sel.strip()) <= 60]
        dikenal = sum(1 for satu in teks if satu in _RESMI or satu in _TEBAKAN_KOLOM)
        # Satu dua judul boleh terulang; baris yang separuhnya sama adalah data.
        banyak = 2 * len(set(teks)) - len(teks) + dikenal
        if banyak > nilai:
            terbaik, nilai = urutan, banyak
        if dikenal >= _CUKUP:
            break
    return terbaik


_TEBAKAN: Mapping[str, tuple[str, ...]] = {
    "nama": ("title", "nama", "judul", "namainovasi", "inovasi", "name"),
    "opd": ("unit", "opd", "skpd", "instansi", "unitkerja", "dinas", "pengusul", "perangkatdaerah"),
    "rancang_bangun": ("rancangbangun", "explanation", "penjelasan", "deskripsi", "uraian", "description"),
    "manfaat": ("benefit", "manfaat"),
    "tujuan": ("tujuan", "goal", "purpose"),
    "hasil": ("hasil", "result", "output"),
    "penerapan": ("tanggalpenerapan", "tglpenerapan", "tanggal", "date", "implementasi"),
    "uji_coba": ("tanggalujicoba", "tglujicoba"),
    "kematangan": ("skor", "nilai", "score"),
    "lintang": ("lintang", "latitude", "lat"),
    "bujur": ("bujur", "longitude", "lng", "lon", "long"),
    "status": ("status",),
    "tematik": ("tematik", "tema"),
}
_TEBAKAN_KOLOM = {kunci: isian for isian, semua in _TEBAKAN.items() for kunci in semua}


def tebak_isian(judul: IsiSel) -> str | None:
    """Isian yang mungkin dimaksud sebuah judul kolom; ``None`` bila tidak ada."""
    kunci = kunci_judul(judul)
    isian = _RESMI.get(kunci) or _TEBAKAN_KOLOM.get(kunci)
    return isian if isian in ISIAN_KOLOM else None


def petakan_judul(
    baris: Sequence[BarisLembar], kolom: Mapping[str, str], wajib: str = "nama"
) -> BarisJudul | None:
    """Baris judul yang memuat kolom-kolom sebuah peta; ``None`` bila tidak ada yang memuat kolom *wajib*."""
    kamus = {kunci_judul(judul): isian for judul, isian in kolom.items() if isian != "-"}
    terbaik: BarisJudul | None = None
    for urutan, satu in enumerate(baris[:BARIS_DICARI]):
        letak = petakan(satu.sel, kamus)
        if wajib in letak and (terbaik is None or len(letak) > len(terbaik.kolom)):
            terbaik = BarisJudul(urutan, letak, satu.sel)
    return terbaik
