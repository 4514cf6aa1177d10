"""Kunci indikator yang tidak dikenal dan fakta yang salah bentuk, dari data mentah catatan atau SPD."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from pydantic import BaseModel

from indeksinovasi.berkas.baca import IsiBerkas
from indeksinovasi.berkas.batas import BATAS_TEMUAN
from indeksinovasi.inti.ejaan import atau, kutip, mungkin_maksud, sambung
from indeksinovasi.inti.model.fakta import Bentuk
from indeksinovasi.inti.model.isian_fakta import periksa_bentuk
from indeksinovasi.inti.model.mentah import dalam, peta
from indeksinovasi.inti.model.temuan import Jalur, Masalah

BANYAK_SARAN = 100
"""Ejaan terdekat hanya dicari untuk sekian kunci pertama: berkas yang rusak parah tidak menjadi lambat."""
KamusBentuk = Mapping[str, Bentuk | None]


def baris_salah(
    dokumen: IsiBerkas, kamus: KamusBentuk, lain: KamusBentuk, model: type[BaseModel]
) -> list[Masalah]:
    """Masalah setiap baris; *lain*: indikator yang ditulis di berkas jenis lain."""
    semua = list(islice(_periksa(dokumen, kamus, lain, model), BATAS_TEMUAN + 1))
    if not semua:
        return semua
    from indeksinovasi.berkas.koma import rapikan_koma

    return list(rapikan_koma(semua, dokumen))


def _periksa(
    dokumen: IsiBerkas, kamus: KamusBentuk, lain: KamusBentuk, model: type[BaseModel]
) -> Iterator[Masalah]:
    data = dokumen.data
    for urutan, (kunci, isi) in enumerate(peta(dalam(data, "indikator")).items()):
        if not isinstance(kunci, str):
            continue
        if kunci not in kamus:
            yield _asing(kunci, data, kamus if urutan < BANYAK_SARAN else {}, lain, model)
            continue
        bentuk = kamus[kunci]
        fakta = dalam(isi, "fakta")
        if bentuk is None or fakta is None:
            continue
        for masalah in periksa_bentuk(bentuk, fakta):
            from indeksinovasi.berkas.terjemah_bentuk import dari_bentuk
            from indeksinovasi.berkas.tulisan import pembaca_tulisan

            yield dari_bentuk(masalah, ("indikator", kunci, "fakta"), pembaca_tulisan(dokumen.teks))


def _asing(
    kunci: str, data: Mapping[Any, Any], kamus: KamusBentuk, lain: KamusBentuk, model: type[BaseModel]
) -> Masalah:
    from indeksinovasi.berkas.masalah_isian import LIHAT_INDIKATOR, kunci_sudah_ada
    from indeksinovasi.berkas.salah_tempat import indikator_berkas_lain, menyatu, salah_tempat
    from indeksinovasi.berkas.sebab_lazim import spasi_khusus

    jalur: Jalur = ("indikator", kunci)
    if kunci in lain:
        return indikator_berkas_lain(jalur, model)
    isi = data["indikator"][kunci]
    if sebab := salah_tempat(jalur, data, model) or spasi_khusus(jalur) or menyatu(jalur, list(kamus), isi):
        return sebab
    maksud = mungkin_maksud(kunci, kamus)
    if ada := [satu for satu in maksud if satu in data["indikator"]]:
        return kunci_sudah_ada(jalur, ada[0])
    pesan = f"indikator {kutip(kunci)} tidak dikenal{sambung(maksud)}"
    petunjuk = atau(maksud, LIHAT_INDIKATOR)
    return Masalah("SKM102", jalur, pesan, petunjuk, "kunci")


def tanpa_ulangan(masalah: list[Masalah], data: Any, model: type[BaseModel]) -> list[Masalah]:
    """Satu masalah dilaporkan sekali: isi kunci yang salah tempat atau tak dikenal tidak ditagih lagi, juga
    tidak wadah yang kosong karenanya.
    """
    asing = {satu.jalur for satu in masalah if satu.kode == "SKM102"}
    if not asing:
        return masalah
    induk = {jalur[:-1] for jalur in asing if _tersasar(jalur, data, model)}
    return [
        satu
        for satu in masalah
        if satu.kode == "SKM102" or not (_di_bawah(satu.jalur, asing) or _wadah_kosong(satu, induk, data))
    ]


def _di_bawah(jalur: Jalur, asing: Iterable[Jalur]) -> bool:
    return any(jalur[:panjang] in asing for panjang in range(1, len(jalur) + 1))


def _tersasar(jalur: Jalur, data: Any, model: type[BaseModel]) -> bool:
    from indeksinovasi.berkas.salah_tempat import salah_tempat
    from indeksinovasi.berkas.sebab_lazim import spasi_khusus

    return salah_tempat(jalur, data, model) is not None or spasi_khusus(jalur) is not None


def _wadah_kosong(masalah: Masalah, induk: set[Jalur], data: Any) -> bool:
    """Isian tanpa isi di sebelah kunci yang tersasar: isinyalah yang tersasar. Isian teratas menentukan
    kedudukan catatannya, jadi tetap disebut.
    """
    from indeksinovasi.berkas.jalur_data import nilai_pada

    if masalah.kode != "SKM109" or len(masalah.jalur) < 2 or masalah.jalur[:-1] not in induk:
        return False
    return nilai_pada(masalah.jalur, data) is None
