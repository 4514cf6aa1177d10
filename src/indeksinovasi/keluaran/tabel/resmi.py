"""Bentuk resmi: kesembilan belas kolom ekspor Kemendagri menurut urutannya."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.impor.kolom import KOLOM_RESMI
from indeksinovasi.inti.impor.label import ASTA_LABEL, LABEL
from indeksinovasi.inti.model.inovasi import Inovasi, Koordinat
from indeksinovasi.inti.model.tabel import LembarTulis, SelTulis

ISI_KOSONG = "-"


class BarisResmi(NamedTuple):
    """Satu catatan: nama OPD-nya, isinya, dan kematangannya pada dasar yang diminta."""

    opd: str
    inovasi: Inovasi
    kematangan: Fraction | None


def lembar_resmi(daerah: str, semua: Iterable[BarisResmi]) -> LembarTulis:
    """Semua catatan; yang kosong ``-``, koordinat kosong ``null``."""
    baris = [_baris(nomor, daerah, satu) for nomor, satu in enumerate(semua, 1)]
    lebar = (5, 40, 22, 30, 14, 20, 30, 12, 36, 26, 30, 12, 12, 12, 12, 15, 22, 8, 28)
    return LembarTulis(
        "Data Inovasi", tuple(judul for judul, _ in KOLOM_RESMI), baris, lebar, beku=2, halaman=2
    )


def _baris(nomor: int, daerah: str, satu: BarisResmi) -> list[SelTulis]:
    isi = dict(_isi(satu.inovasi))
    isi |= {"no": nomor, "pemda": daerah, "opd": satu.opd}
    # Catatan tanpa baris dan tanpa kematangan tidak bernilai 0: nilainya belum ada.
    punya = satu.inovasi.indikator or satu.inovasi.kematangan is not None
    isi["kematangan"] = satu.kematangan if punya else None
    return [isi[kunci] if isi.get(kunci) is not None else ISI_KOSONG for _, kunci in KOLOM_RESMI]


def _isi(inovasi: Inovasi) -> Iterator[tuple[str, SelTulis]]:
    yield "nama", inovasi.nama
    yield "nama_inisiator", inovasi.nama_inisiator
    for kunci in ("inisiator", "bentuk", "jenis", "tahapan", "urusan"):
        yield kunci, _label(LABEL[kunci], getattr(inovasi, kunci))
    yield "asta_cita", ASTA_LABEL[inovasi.asta_cita - 1] if inovasi.asta_cita else None
    yield "urusan_lain", ", ".join(LABEL["urusan"][satu] for satu in inovasi.urusan_lain) or None
    yield "tanggal_input", inovasi.tanggal_input
    yield "penerapan", inovasi.waktu.penerapan
    yield "pengembangan", inovasi.waktu.pengembangan
    yield "koordinat", _koordinat(inovasi.koordinat)
    yield "ada_video", "Ada" if inovasi.video else None
    yield "video", inovasi.video


def _label(label: Mapping[str, str], kode: str | None) -> str | None:
    return label.get(kode) if kode else None


def _koordinat(koordinat: Koordinat | None) -> str:
    return f"{koordinat.lintang!r},{koordinat.bujur!r}" if koordinat else "null"
