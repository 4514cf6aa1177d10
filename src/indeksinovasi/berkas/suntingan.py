"""Suntingan terjaga atas sebuah berkas YAML: hanya potongan yang disunting berubah, bita lainnya tetap.

Cara memakai::

    from indeksinovasi.berkas.perubahan import Ganti

    naskah = baca_naskah(jalur)
    baru = sunting(naskah.teks, [Ganti(("indikator", "regulasi", "parameter"), 2)])
    simpan_naskah(naskah, baru)

``Ganti`` mengganti nilai yang ada, ``Sisip`` menambah kunci atau anggota daftar yang belum ada (induk yang
belum ada ikut dibuat), ``Hapus`` membuang; ``taruh`` memilih antara ``Ganti`` dan ``Sisip``. Nilainya teks,
bilangan (``int``, ``Decimal``), tanggal, benar-salah, ``None``, peta, atau daftar. Nilai peta yang diganti
peta hanya berubah di kunci yang memang berbeda. Komentar, ganti baris, petik, dan gaya di luar potongan
tidak tersentuh, dan yang baru mengikuti gaya di sekitarnya.

Sesudah tiap suntingan teksnya dibaca kembali: datanya harus tepat data yang dimaksud. Bila tidak, atau bila
berkasnya sudah bukan yang dibaca, ``SuntinganDitolak`` dan tidak ada yang ditulis.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from indeksinovasi.berkas.baca import IsiBerkas, urai
from indeksinovasi.berkas.batas import BATAS_BITA
from indeksinovasi.berkas.buka import baca_awal
from indeksinovasi.berkas.entri import nyata
from indeksinovasi.berkas.letak_suntingan import calon_potongan
from indeksinovasi.berkas.perubahan import (
    Ganti,
    Hapus,
    Perubahan,
    Potongan,
    Sisip,
    berurutan,
    terapkan,
)
from indeksinovasi.berkas.tulis import ganti_isi
from indeksinovasi.berkas.tulis_nilai import bacaan
from indeksinovasi.inti.model.temuan import Jalur, teks_jalur
from indeksinovasi.inti.nama import bertanda_kosong

_BOM = b"\xef\xbb\xbf"
_TIADA = object()


_ULANGI = "Ulangi perintahnya."
_PERIKSA = "Perbaiki berkasnya menurut `indeks validasi`, lalu ulangi."


class SuntinganDitolak(Exception):
    """Suntingan yang tidak dilakukan: sebabnya (tanpa nama berkas dan titik), dan langkah berikutnya."""

    def __init__(self, pesan: str, petunjuk: str = _PERIKSA) -> None:
        super().__init__(pesan)
        self.petunjuk = petunjuk


class Naskah(NamedTuple):
    """Isi sebuah berkas saat dibaca."""

    jalur: Path
    bita: bytes

    @property
    def teks(self) -> str:
        """Isinya tanpa tanda urutan bita."""
        return self.bita.decode("utf-8-sig")

    @property
    def sidik(self) -> str:
        """SHA-256 bitanya."""
        return hashlib.sha256(self.bita).hexdigest()


def baca_naskah(jalur: Path) -> Naskah:
    """Baca *jalur* untuk disunting. ``OSError`` bila tak terbaca, ``SuntinganDitolak`` bila bukan UTF-8."""
    sumber = nyata(jalur)
    bita = baca_awal(sumber, BATAS_BITA + 1)
    if len(bita) > BATAS_BITA:
        raise SuntinganDitolak(f"berkas lebih besar dari {BATAS_BITA // 1024} KiB")
    try:
        bita.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SuntinganDitolak("isi berkas bukan UTF-8") from None
    return Naskah(sumber, bita)


def bita_baru(naskah: Naskah, teks: str) -> bytes:
    """*teks* sebagai isi berkas, dengan tanda urutan bita bila *naskah* memilikinya."""
    return (_BOM if naskah.bita.startswith(_BOM) else b"") + teks.encode("utf-8")


def simpan_naskah(naskah: Naskah, teks: str) -> bool:
    """Tulis *teks* menggantikan isi *naskah*; ``False`` bila sudah sama sehingga tidak ada yang ditulis.

    ``SuntinganDitolak`` bila berkasnya sudah bukan yang dibaca; ``OSError`` bila tidak dapat ditulis. Isi
    lama atau isi baru, tidak pernah setengah.
    """
    baru = bita_baru(naskah, teks)
    if baru == naskah.bita:
        return False

    def masih_sama() -> None:
        kini = Naskah(naskah.jalur, baca_awal(naskah.jalur, BATAS_BITA + 1))
        if kini.sidik != naskah.sidik:
            raise SuntinganDitolak("berkas berubah sejak dibaca", _ULANGI)

    try:
        ganti_isi(naskah.jalur, baru, masih_sama)
    except FileNotFoundError:
        raise SuntinganDitolak("berkas dihapus atau dipindahkan sejak dibaca", _ULANGI) from None
    return True


def sunting(teks: str, perubahan: Iterable[Perubahan]) -> str:
    """*teks* sesudah semua *perubahan* menurut urutannya; ``SuntinganDitolak`` bila ada yang tidak dapat."""
    for satu in perubahan:
        data = data_naskah(teks)
        for langkah in _rinci(_berinduk(satu, data), data):
            teks = terapkan(teks, susun_potongan(teks, langkah))
    return teks


def susun_potongan(teks: str, perubahan: Perubahan) -> tuple[Potongan, ...]:
    """Potongan *teks* yang melakukan satu *perubahan* dan terbukti hanya itu yang berubah."""
    dokumen = _terbaca(teks)
    maksud = data_sesudah(dokumen.data, perubahan)
    sebab = "tidak dapat disunting tanpa mengubah isi lain"
    for calon in calon_potongan(dokumen.teks, perubahan):
        if not berurutan(calon):
            continue
        sesudah = urai(terapkan(teks, calon).encode("utf-8"), "")
        if not sesudah.temuan and sama_persis(sesudah.data, maksud):
            return tuple(calon)
        if [satu.kode for satu in sesudah.temuan] == ["BRK009"]:
            sebab = f"tidak dapat ditambahkan: {sesudah.temuan[0].pesan}"
    raise SuntinganDitolak(
        f"{teks_jalur(perubahan.jalur)} {sebab}",
        "Tulis isian itu sendiri dengan penyunting teks, lalu ulangi.",
    )


def taruh(data: Any, jalur: Jalur, nilai: Any) -> Perubahan:
    """``Ganti`` bila *jalur* sudah ada dalam *data*, selain itu ``Sisip``."""
    return Sisip(jalur, nilai) if isi_pada(data, jalur, _TIADA) is _TIADA else Ganti(jalur, nilai)


def data_naskah(teks: str) -> Any:
    """Data *teks* menurut pembaca produk; ``SuntinganDitolak`` bila tidak terbaca."""
    return _terbaca(teks).data


def _terbaca(teks: str) -> IsiBerkas:
    """Bacaan *teks*; letak tiap isian di dalamnya sama dengan di *teks*."""
    dokumen = urai(teks.encode("utf-8"), "")
    if dokumen.temuan:
        raise SuntinganDitolak(f"berkas tidak terbaca: {dokumen.temuan[0].pesan}")
    # Pembaca melewati tanda urutan bita, dan mengganti tanda - yang kosong dengan satu karakter lain.
    depan = teks[: len(teks) - len(dokumen.teks)]
    return dokumen._replace(teks=depan + dokumen.teks)


def isi_pada(data: Any, jalur: Jalur, bawaan: Any = None) -> Any:
    """Isi *data* di *jalur*, atau *bawaan* bila tidak ada."""
    for bagian in jalur:
        kunci = isinstance(data, dict) and bagian in data
        anggota = isinstance(data, list) and isinstance(bagian, int) and 0 <= bagian < len(data)
        if not (kunci or anggota):
            return bawaan
        data = data[bagian]
    return data


def sama_persis(satu: Any, dua: Any) -> bool:
    """Sama nilai dan sama jenis sampai ke dalam: 1 bukan 1.0 dan bukan true."""
    if type(satu) is not type(dua):
        return False
    if isinstance(satu, dict):
        return satu.keys() == dua.keys() and all(sama_persis(isi, dua[kunci]) for kunci, isi in satu.items())
    if isinstance(satu, list):
        return len(satu) == len(dua) and all(map(sama_persis, satu, dua))
    return bool(satu == dua) or satu != satu  # NaN


def data_sesudah(data: Any, perubahan: Perubahan) -> Any:
    """Salinan *data* sesudah *perubahan*; ``SuntinganDitolak`` bila jalurnya tidak cocok dengan *data*."""
    return _sesudah(data, perubahan.jalur, perubahan)


def _sesudah(data: Any, sisa: Jalur, perubahan: Perubahan) -> Any:
    if not sisa:
        if isinstance(perubahan, Ganti):
            return bacaan(perubahan.nilai)
        raise SuntinganDitolak("akar berkas hanya dapat diganti")
    bagian = sisa[0]
    if isinstance(perubahan, Sisip) and len(sisa) == 1:
        return _tersisip(data, bagian, perubahan)
    if isi_pada(data, (bagian,), _TIADA) is _TIADA:
        raise SuntinganDitolak(f"{teks_jalur(perubahan.jalur)} tidak ada")
    salinan = data.copy()
    if len(sisa) == 1 and isinstance(perubahan, Hapus):
        del salinan[bagian]
    else:
        salinan[bagian] = _sesudah(data[bagian], sisa[1:], perubahan)
    return salinan


def _tersisip(data: Any, bagian: str | int, perubahan: Sisip) -> Any:
    nilai = bacaan(perubahan.nilai)
    if isinstance(data, dict) and bagian not in data:
        return {**data, bagian: nilai}
    if isinstance(data, dict):
        raise SuntinganDitolak(f"{teks_jalur(perubahan.jalur)} sudah ada")
    if isinstance(data, list) and isinstance(bagian, int) and 0 <= bagian <= len(data):
        return [*data[:bagian], nilai, *data[bagian:]]
    raise _tak_cocok(perubahan)


def _berinduk(perubahan: Perubahan, data: Any) -> Perubahan:
    """``Sisip`` yang induknya belum ada atau kosong menjadi penulisan induk itu beserta isinya."""
    while isinstance(perubahan, Sisip) and len(perubahan.jalur) > 1:
        induk = perubahan.jalur[:-1]
        isi = isi_pada(data, induk, _TIADA)
        bagian = perubahan.jalur[-1]
        if not (
            isi is None or isi is _TIADA or ((isi == [] or bertanda_kosong(isi)) and isinstance(bagian, str))
        ):
            break
        nilai = [perubahan.nilai] if bagian == 0 else {bagian: perubahan.nilai}
        perubahan = Sisip(induk, nilai) if isi is _TIADA else Ganti(induk, nilai)
    return perubahan


def _tak_cocok(perubahan: Perubahan) -> SuntinganDitolak:
    return SuntinganDitolak(f"{teks_jalur(perubahan.jalur)} tidak cocok dengan susunan berkas")


def _rinci(perubahan: Perubahan, data: Any) -> Iterator[Perubahan]:
    """Perubahan sekecil mungkin: peta yang diganti peta hanya di kunci yang berbeda, demikian pula daftar."""
    if not isinstance(perubahan, Ganti):
        yield perubahan
        return
    lama = isi_pada(data, perubahan.jalur, _TIADA)
    baru = bacaan(perubahan.nilai)
    if sama_persis(lama, baru):
        return
    if isinstance(lama, dict) and isinstance(baru, dict) and lama.keys() & baru.keys():
        yield from _rinci_peta(perubahan, lama, data)
    elif isinstance(lama, list) and isinstance(baru, list) and lama and baru:
        yield from _rinci_daftar(perubahan, lama, data)
    else:
        yield perubahan


def _rinci_peta(perubahan: Ganti, lama: dict[Any, Any], data: Any) -> Iterator[Perubahan]:
    jalur, sebelum = perubahan.jalur, None
    for kunci in lama.keys() - perubahan.nilai.keys():
        yield Hapus((*jalur, kunci))
    for kunci, nilai in perubahan.nilai.items():
        if kunci in lama:
            yield from _rinci(Ganti((*jalur, kunci), nilai), data)
        else:
            yield Sisip((*jalur, kunci), nilai, sebelum)
        sebelum = kunci


def _rinci_daftar(perubahan: Ganti, lama: list[Any], data: Any) -> Iterator[Perubahan]:
    jalur, baru = perubahan.jalur, list(perubahan.nilai)
    for nomor in range(len(lama) - 1, len(baru) - 1, -1):
        yield Hapus((*jalur, nomor))
    for nomor, nilai in enumerate(baru):
        satu = (*jalur, nomor)
        yield from _rinci(Ganti(satu, nilai), data) if nomor < len(lama) else (Sisip(satu, nilai),)
