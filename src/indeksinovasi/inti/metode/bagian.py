"""Ringkasan sebuah berkas tahun: berapa indikatornya, dan seberapa pasti isinya."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple, get_args

from indeksinovasi.inti.model.dasar import Kepastian, Model
from indeksinovasi.inti.model.ketentuan import Ketentuan
from indeksinovasi.inti.model.metode import Metode, StatusMetode
from indeksinovasi.inti.model.temuan import Jalur


class RingkasMetode(NamedTuple):
    """Satu baris ``metode daftar``; ``kepastian`` menghitung indikator, ``asumsi`` ketetapan yang lemah."""

    tahun: int
    nama: str
    status: StatusMetode
    skala: str
    revisi: int
    spd: int
    sid: int
    kepastian: dict[Kepastian, int]
    asumsi: int


class MetodeRusakTerdaftar(NamedTuple):
    """Tahun yang berkasnya tidak dapat dipakai, dengan sebab pertamanya."""

    tahun: int
    sebab: str


def ringkas_metode(metode: Metode) -> RingkasMetode:
    """Ringkasan *metode*."""
    jumlah = Counter(satu.kepastian for satu in metode.indikator)
    ketetapan = (isi for _, isi in bagian_metode(metode) if isinstance(isi, Ketentuan))
    return RingkasMetode(
        metode.tahun,
        metode.nama,
        metode.status,
        metode.skala,
        metode.revisi,
        len(metode.aspek("spd")),
        len(metode.aspek("sid")),
        {satu: jumlah[satu] for satu in get_args(Kepastian)},
        sum(satu.kepastian == "lemah" for satu in ketetapan),
    )


def bagian_metode(nilai: object, jalur: Jalur = ()) -> Iterator[tuple[Jalur, Model]]:
    """Tiap model di dalam *nilai* (metode atau bagiannya) beserta jalurnya di berkas tahun."""
    if isinstance(nilai, Model):
        if jalur:
            yield jalur, nilai
        for nama, isi in nilai:
            yield from bagian_metode(isi, (*jalur, nama))
    elif isinstance(nilai, dict):
        for kunci, isi in nilai.items():
            yield from bagian_metode(isi, (*jalur, str(kunci)))
    elif isinstance(nilai, tuple):
        for urutan, isi in enumerate(nilai):
            yield from bagian_metode(isi, (*jalur, urutan))
