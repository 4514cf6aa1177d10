"""Catatan yang sebagian isiannya tidak terbaca: isian itu ditinggalkan, catatannya tetap dihitung.

Isian yang menentukan kedudukan catatan (nama, status, tahapan, tanggal penentu jendela, indikator seluruhnya)
meninggalkan catatannya; isi yang diandaikan di tempatnya hanya dipakai memeriksa isian lain.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from indeksinovasi.berkas.baca import IsiBerkas
from indeksinovasi.berkas.jalur_data import jalur_nyata
from indeksinovasi.berkas.koma import nilai_berkoma
from indeksinovasi.inti.ejaan import ejaan_terdekat
from indeksinovasi.inti.model.daerah import HasilResmi, HasilTerbit
from indeksinovasi.inti.model.dasar import Model
from indeksinovasi.inti.model.inovasi import Inovasi
from indeksinovasi.inti.model.temuan import Jalur, Masalah

_M = TypeVar("_M", bound=Model)
_PUTARAN = 4
_PENENTU: frozenset[Jalur] = frozenset(
    ((), ("nama",), ("status",), ("tahapan",), ("waktu",), ("waktu", "penerapan"), ("indikator",))
)
_ANDAIAN = {"nama": "(tidak terbaca)", "status": "terkirim"}


class Sebisanya(NamedTuple, Generic[_M]):
    """Isi yang dihitung (``None`` bila ditinggalkan), isi untuk diperiksa, dan jalur yang luput."""

    isi: _M | None
    dugaan: _M | None
    luput: frozenset[Jalur] = frozenset()


def inovasi_sebisanya(dokumen: IsiBerkas, masalah: Iterable[Masalah]) -> Sebisanya[Inovasi]:
    """Inovasi tanpa isian yang bergalat menurut *masalah*."""
    galat = _galat(masalah)
    if not _dapat_dipilah(dokumen, galat):
        return Sebisanya(None, None)
    luput = frozenset(satu.jalur for satu in galat)
    data = tanpa(dokumen.data, _buang(galat, dokumen))
    dugaan = _validasi(Inovasi, {**_ANDAIAN, **data})
    if dugaan is None or any(_menentukan(satu) for satu in galat) or not _ANDAIAN.keys() <= data.keys():
        return Sebisanya(None, dugaan, luput)
    return Sebisanya(None if _tanpa_kedudukan(dugaan) else dugaan, dugaan, luput)


def model_sebisanya(
    dokumen: IsiBerkas, masalah: Iterable[Masalah], model: type[_M], andaian: Mapping[str, Any] | None = None
) -> Sebisanya[_M]:
    """*model* tanpa isian yang bergalat, dengan *andaian* bagi kunci yang luput; ``isi`` ``None`` bila
    sisanya tidak berarti.
    """
    galat = _galat(masalah)
    if not _dapat_dipilah(dokumen, galat):
        return Sebisanya(None, None)
    data = tanpa(dokumen.data, _buang(galat, dokumen))
    isi = _validasi(model, {**(andaian or {}), **data})
    return Sebisanya(isi, isi, frozenset(satu.jalur for satu in galat))


def _galat(masalah: Iterable[Masalah]) -> list[Masalah]:
    return [satu for satu in masalah if satu.tingkat in (None, "galat")]


def _dapat_dipilah(dokumen: IsiBerkas, galat: Iterable[Masalah]) -> bool:
    """Berkasnya peta, dan tidak ada galat atas berkas seutuhnya."""
    return isinstance(dokumen.data, dict) and all(satu.jalur for satu in galat)


_ANDAIAN_HASIL = {"jenis": "tidak_diketahui", "sumber": "(tidak terbaca)"}


def hasil_sebisanya(
    dokumen: IsiBerkas, masalah: Iterable[Masalah]
) -> tuple[HasilResmi | None, tuple[int, ...]]:
    """Hasil terbit yang tahunnya terbaca, tanpa isian yang bergalat, dan urutannya di berkas."""
    data = dokumen.data.get("hasil") if isinstance(dokumen.data, dict) else None
    if not isinstance(data, list):
        return None, ()
    # Isian yang tidak ditulis diandaikan; yang tertulis keliru dibuang lalu diandaikan.
    galat = [satu for satu in _galat(masalah) if nilai_ada(satu.jalur, dokumen.data)]
    terbaca: dict[int, HasilTerbit] = {}
    rapi = tanpa(data, {satu[1:] for satu in _buang(galat, dokumen) if satu[:1] == ("hasil",)}, bukti=True)
    for nomor, satu in enumerate(rapi):
        isi = _validasi(HasilTerbit, {**_ANDAIAN_HASIL, **satu}) if isinstance(satu, dict) else None
        if isi is not None:
            terbaca[nomor] = isi
    return HasilResmi(hasil=tuple(terbaca.values())), tuple(terbaca)


def _menentukan(masalah: Masalah) -> bool:
    if masalah.jalur in _PENENTU:
        return True
    # Kunci yang salah eja membuat isian penentunya tidak terbaca.
    asing = masalah.kode == "SKM102" and len(masalah.jalur) == 1
    return asing and (ejaan_terdekat(masalah.jalur[0], Inovasi.model_fields),) in _PENENTU


def _tanpa_kedudukan(inovasi: Inovasi) -> bool:
    if inovasi.status == "draf":
        return False
    return inovasi.tahapan is None or (inovasi.tahapan == "penerapan" and inovasi.waktu.penerapan is None)


def _buang(galat: list[Masalah], dokumen: IsiBerkas) -> set[Jalur]:
    """Isian yang ditinggalkan; nilai yang terpotong koma ikut, karena yang terbaca hanya awalnya."""
    buang = {_satuan(satu, dokumen.data) for satu in galat}
    for satu in galat:
        if satu.tunjuk == "kunci" and (potongan := nilai_berkoma(dokumen, satu.jalur)):
            buang.add(_satuan(Masalah("", potongan.jalur, ""), dokumen.data))
    return buang


def _satuan(masalah: Masalah, data: Any) -> Jalur:
    """Isian terkecil yang boleh hilang tanpa mengubah arti isian lain."""
    jalur = masalah.jalur
    if jalur[:1] == ("indikator",) and jalur[2:3] == ("fakta",):
        return jalur[:3]
    hilang = masalah.kode in ("SKM101", "SKM112")
    ada = nilai_ada(jalur, data)
    return jalur[:-1] if hilang and not ada and len(jalur) > 1 else jalur


def nilai_ada(jalur: Jalur, data: Any) -> bool:
    """*jalur* benar-benar ada di dalam *data*."""
    for bagian in jalur:
        anggota = isinstance(data, list) and isinstance(bagian, int) and bagian < len(data)
        if not anggota and not (isinstance(data, Mapping) and bagian in data):
            return False
        data = data[bagian]
    return True


def tanpa(data: Any, buang: set[Jalur], *, bukti: bool = False) -> Any:
    """Salinan *data* tanpa isian pada jalur *buang*.

    Anggota daftar *bukti* hanya dikosongkan, supaya nomor urut bukti lain tidak bergeser.
    """
    if not buang:
        return data
    bawah: dict[Any, set[Jalur]] = {}
    for jalur in buang:
        if jalur:
            bawah.setdefault(jalur[0], set()).add(jalur[1:])
    if isinstance(data, dict):
        return {
            kunci: tanpa(nilai, bawah.get(kunci, set()), bukti=kunci == "bukti")
            for kunci, nilai in data.items()
            if () not in bawah.get(kunci, ())
        }
    if not isinstance(data, list):
        return data
    hasil = []
    for urutan, nilai in enumerate(data):
        jatah = bawah.get(urutan, set())
        if () not in jatah:
            hasil.append(tanpa(nilai, jatah))
        elif bukti:
            hasil.append({})
    return hasil


def _validasi(model: type[_M], data: Any) -> _M | None:
    """*model* dari *data*; yang masih salah sesudah isian lain ditinggalkan ikut ditinggalkan."""
    for _ in range(_PUTARAN):
        try:
            return model.model_validate(data)
        except ValidationError as galat:
            buang = {_jalur_galat(dict(satu), data) for satu in galat.errors(include_url=False)}
            if () in buang:
                return None
            data = tanpa(data, buang)
    return None


def _jalur_galat(galat: dict[str, Any], data: Any) -> Jalur:
    loc: Jalur = galat["loc"]
    if galat["type"] == "invalid_key":
        # Letaknya menyebut kunci 1.5 sebagai teks; yang ada di data kunci aslinya.
        return (*jalur_nyata(loc[:-1], data), galat["input"])
    jalur = jalur_nyata(loc, data)
    return jalur[:-1] if galat["type"] == "missing" else jalur
