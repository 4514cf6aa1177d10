"""Mencocokkan catatan inovasi dua tahun: ``pengembangan_dari``, lalu OPD dan slug, lalu judul."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from indeksinovasi.inti.model.hasil import Hasil, NilaiInovasi

Silsilah = Mapping[str, str]
"""Id catatan → id catatan yang dikembangkannya; boleh mencakup tahun di antara kedua sisi."""


def pasangkan(dari: Hasil, ke: Hasil, silsilah: Silsilah) -> dict[str, str]:
    """Id catatan *dari* → id catatan *ke* untuk inovasi yang sama; satu lawan satu.

    Arah permintaan tidak memengaruhi hasilnya: pencocokan selalu berjalan dari tahun yang lebih baru ke yang
    lebih lama.
    """
    if dari.tahun > ke.tahun:
        return {lama: baru for baru, lama in pasangkan(ke, dari, silsilah).items()}
    lama = {satu.id: satu for satu in dari.inovasi}
    baru = {satu.id: satu for satu in ke.inovasi}
    hasil: dict[str, str] = {}
    for calon in (_silsilah(lama, baru, silsilah), _slug(lama, baru), _judul(lama, baru)):
        for _, id_lama, id_baru in sorted(calon):
            if id_lama in lama and id_baru in baru:
                del lama[id_lama], baru[id_baru]
                hasil[id_lama] = id_baru
    return hasil


Catatan = dict[str, NilaiInovasi]
Calon = list[tuple[tuple[int, ...], str, str]]
"""Urutan keutamaan (kecil lebih dulu), id lama, id baru."""


def _silsilah(lama: Catatan, baru: Catatan, silsilah: Silsilah) -> Calon:
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


def _slug(lama: Catatan, baru: Catatan) -> Calon:
    letak = {_tanpa_tahun(satu): satu for satu in lama}
    return [((0,), letak[kunci], satu) for satu in baru if (kunci := _tanpa_tahun(satu)) in letak]


def _tanpa_tahun(satu: str) -> str:
    return satu.partition("/")[2]


def _judul(lama: Catatan, baru: Catatan) -> Calon:
    menurut_judul: dict[str, list[NilaiInovasi]] = {}
    for satu in lama.values():
        menurut_judul.setdefault(judul_baku(satu.nama or ""), []).append(satu)
    menurut_judul.pop("", None)
    return [
        ((_luput(asal, satu), asal.opd != satu.opd), asal.id, satu.id)
        for satu in baru.values()
        for asal in menurut_judul.get(judul_baku(satu.nama or ""), ())
    ]


def judul_baku(judul: str) -> str:
    """Judul untuk dibandingkan: huruf dan angka saja, tanpa beda huruf besar dan bentuk Unicode."""
    polos = unicodedata.normalize("NFKC", judul).casefold()
    return " ".join("".join(huruf if huruf.isalnum() else " " for huruf in polos).split())


def susun_silsilah(semua: Iterable[NilaiInovasi]) -> dict[str, str]:
    """Silsilah dari catatan yang sudah dinilai."""
    return {satu.id: satu.pengembangan_dari for satu in semua if satu.pengembangan_dari is not None}
