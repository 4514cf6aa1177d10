"""Mencocokkan catatan inovasi dua tahun: ``pengembangan_dari``, lalu judul, lalu OPD dan nama berkas."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from indeksinovasi.inti.ejaan import teks_pembanding
from indeksinovasi.inti.model.banding import BedaJudul, CaraPasangan
from indeksinovasi.inti.model.hasil import Hasil, NilaiInovasi

Silsilah = Mapping[str, str]
"""Id catatan → id catatan yang dikembangkannya; boleh mencakup tahun di antara kedua sisi."""


class Pasangan(NamedTuple):
    """Inovasi yang sama pada kedua sisi.

    ``peta``: id catatan awal → id catatan akhir, satu lawan satu; ``cara``: id catatan awal → sebab
    dipasangkan. ``beda_judul``: nama berkas yang sama dengan judul berbeda, kecuali bila
    ``pengembangan_dari`` yang menyatakannya.
    """

    peta: dict[str, str]
    cara: dict[str, CaraPasangan]
    beda_judul: tuple[BedaJudul, ...] = ()


def pasangkan(dari: Hasil, ke: Hasil, silsilah: Silsilah) -> Pasangan:
    """Pasangkan catatan kedua sisi.

    Arah permintaan tidak memengaruhi hasilnya: pencocokan selalu berjalan dari tahun yang lebih baru ke yang
    lebih lama.
    """
    if dari.tahun > ke.tahun:
        return _balik(pasangkan(ke, dari, silsilah))
    lama = {satu.id: satu for satu in dari.inovasi}
    baru = {satu.id: satu for satu in ke.inovasi}
    peta: dict[str, str] = {}
    cara: dict[str, CaraPasangan] = {}
    langkah: tuple[tuple[CaraPasangan, Callable[[], _Calon]], ...] = (
        ("pengembangan_dari", lambda: _silsilah(lama, baru, silsilah)),
        ("judul", lambda: _judul(lama, baru)),
        ("slug", lambda: _slug(lama, baru)),
    )
    for nama, calon in langkah:
        for _, id_lama, id_baru in sorted(calon()):
            if id_lama in lama and id_baru in baru:
                del lama[id_lama], baru[id_baru]
                peta[id_lama] = id_baru
                cara[id_lama] = nama
    return Pasangan(peta, cara, tuple(_beda_judul(dari, ke, peta, cara)))


def _balik(pasangan: Pasangan) -> Pasangan:
    return Pasangan(
        {baru: lama for lama, baru in pasangan.peta.items()},
        {pasangan.peta[lama]: cara for lama, cara in pasangan.cara.items()},
        tuple(BedaJudul(satu.ke, satu.dari, satu.dipasangkan) for satu in pasangan.beda_judul),
    )


def _beda_judul(
    dari: Hasil, ke: Hasil, peta: Mapping[str, str], cara: Mapping[str, CaraPasangan]
) -> Iterator[BedaJudul]:
    if dari.tahun == ke.tahun:
        return
    letak = {_tanpa_tahun(satu.id): satu for satu in dari.inovasi}
    balik = {baru: lama for lama, baru in peta.items()}
    for satu in ke.inovasi:
        lawan = letak.get(_tanpa_tahun(satu.id))
        if lawan is None or lawan.nama is None or satu.nama is None:
            continue
        dinyatakan = "pengembangan_dari" in (cara.get(lawan.id), cara.get(balik.get(satu.id, "")))
        if not dinyatakan and teks_pembanding(lawan.nama) != teks_pembanding(satu.nama):
            yield BedaJudul(lawan, satu, peta.get(lawan.id) == satu.id)


_Catatan = dict[str, NilaiInovasi]
_Calon = list[tuple[tuple[int, ...], str, str]]
"""Urutan keutamaan (kecil lebih dulu), id lama, id baru."""


def _silsilah(lama: _Catatan, baru: _Catatan, silsilah: Silsilah) -> _Calon:
    return [
        ((_luput(lama[leluhur], satu), jarak, lama[leluhur].opd != satu.opd), leluhur, satu.id)
        for satu in baru.values()
        for jarak, leluhur in enumerate(_leluhur(satu.id, silsilah))
        if leluhur in lama
    ]


def _leluhur(satu: str, silsilah: Silsilah) -> Iterator[str]:
    """Catatan itu sendiri, lalu yang dikembangkannya, dan seterusnya; silsilah yang melingkar berhenti."""
    dilihat: set[str] = set()
    berikut: str | None = satu
    while berikut is not None and berikut not in dilihat:
        dilihat.add(berikut)
        yield berikut
        berikut = silsilah.get(berikut)


def _luput(satu: NilaiInovasi, lain: NilaiInovasi) -> int:
    """Pasangan yang keduanya terhitung didahulukan."""
    return 2 - satu.terhitung - lain.terhitung


def _slug(lama: _Catatan, baru: _Catatan) -> _Calon:
    letak = {_tanpa_tahun(satu): satu for satu in lama}
    return [((0,), letak[kunci], satu) for satu in baru if (kunci := _tanpa_tahun(satu)) in letak]


def _tanpa_tahun(satu: str) -> str:
    return satu.partition("/")[2]


def _judul(lama: _Catatan, baru: _Catatan) -> _Calon:
    menurut_judul: dict[str, list[NilaiInovasi]] = {}
    for satu in lama.values():
        menurut_judul.setdefault(teks_pembanding(satu.nama or ""), []).append(satu)
    menurut_judul.pop("", None)
    return [
        (
            (_luput(asal, satu), asal.opd != satu.opd, _tanpa_tahun(asal.id) != _tanpa_tahun(satu.id)),
            asal.id,
            satu.id,
        )
        for satu in baru.values()
        for asal in menurut_judul.get(teks_pembanding(satu.nama or ""), ())
    ]


def susun_silsilah(semua: Iterable[NilaiInovasi]) -> dict[str, str]:
    """Silsilah dari catatan yang sudah dinilai."""
    return {satu.id: satu.pengembangan_dari for satu in semua if satu.pengembangan_dari is not None}
