"""Berkas daerah menjadi model; yang tidak sesuai menjadi temuan berposisi dan isiannya ditinggalkan."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from indeksinovasi.berkas.baca import IsiBerkas, baca
from indeksinovasi.berkas.baris_indikator import BANYAK_SARAN, baris_salah, tanpa_ulangan
from indeksinovasi.berkas.batas import BATAS_TEMUAN, MASIH_ADA
from indeksinovasi.berkas.komentar import dengan_terpotong
from indeksinovasi.berkas.longgar import longgarkan, longgarkan_daerah, longgarkan_hasil
from indeksinovasi.berkas.pindai import FolderDaerah, FolderTahun
from indeksinovasi.berkas.salah_tempat import indikator_tersasar
from indeksinovasi.berkas.tersasar import BERKAS_DAERAH
from indeksinovasi.inti.hitung.kelayakan import di_luar_jendela
from indeksinovasi.inti.hitung.nilai import Bahan, Rekaman
from indeksinovasi.inti.model.daerah import WAJIB_DAERAH, Daerah, HasilResmi, IdentitasDaerah
from indeksinovasi.inti.model.dasar import Model
from indeksinovasi.inti.model.fakta import BENTUK_FAKTA, Bentuk, bentuk_fakta
from indeksinovasi.inti.model.inovasi import WAJIB_SESUDAH_DRAF, Inovasi
from indeksinovasi.inti.model.metode import Kelayakan, Metode
from indeksinovasi.inti.model.spd import Spd
from indeksinovasi.inti.model.temuan import Masalah, Temuan

_M = TypeVar("_M", bound=Model)
_SLUG = re.compile(r"[a-z0-9-]+", re.ASCII)


class Kamus(NamedTuple):
    """Indikator yang dikenal untuk satu tahun catatan: bentuk fakta tiap kunci SID dan SPD; ``kelayakan``
    tahun catatan menentukan tanggal mana yang memutuskan.
    """

    sid: dict[str, Bentuk | None]
    spd: dict[str, Bentuk | None]
    kelayakan: Kelayakan | None = None


def susun_kamus(*metode: Metode | None) -> Kamus:
    """Kamus dari kosakata baku dan tabel semua *metode* yang berlaku (tahun catatan dan metode yang
    diminta).
    """
    sid: dict[str, Bentuk | None] = dict(BENTUK_FAKTA)
    spd: dict[str, Bentuk | None] = {}
    for satu in metode:
        for baris in satu.indikator if satu else ():
            kamus = sid if baris.aspek == "sid" else spd
            kamus[baris.kode] = kamus.get(baris.kode) or bentuk_fakta(baris)
    return Kamus(sid, spd, metode[0].kelayakan if metode and metode[0] else None)


class Termuat(NamedTuple):
    """Satu tahun satu daerah yang sudah dibaca, beserta temuan galat dan peringatan berkasnya."""

    bahan: Bahan
    temuan: tuple[Temuan, ...]


def temuan_dari(dokumen: IsiBerkas, masalah: Iterable[Masalah]) -> tuple[Temuan, ...]:
    """Beri posisi pada *masalah*; berkas disusun ulang sekali saja.

    Paling banyak ``BATAS_TEMUAN``, ditambah satu yang menyebut bahwa masih ada yang lain.
    """
    semua = list(islice(masalah, BATAS_TEMUAN + 1))
    if not semua:
        return ()
    if len(semua) > BATAS_TEMUAN:
        pesan, petunjuk = MASIH_ADA
        semua[-1] = semua[-1]._replace(pesan=pesan, petunjuk=petunjuk)
    from indeksinovasi.berkas.tulisan import susunan_dari
    from indeksinovasi.inti.katalog import buat_temuan

    susunan = susunan_dari(dokumen.teks)
    temuan: dict[Temuan, Temuan] = {}
    berusul = 0
    for satu in semua:
        jadi = buat_temuan(dokumen.nama, *susunan.titik(satu.jalur, satu.tunjuk), satu)
        kunci = jadi
        if satu.usul and berusul < BANYAK_SARAN:
            from indeksinovasi.berkas.perbaikan import perbaikan_usul

            berusul += 1
            jadi = jadi._replace(perbaikan=perbaikan_usul(dokumen.teks, satu.jalur, satu.usul))
        temuan.setdefault(kunci, jadi)
    return tuple(sorted(temuan.values()))


def muat_model(dokumen: IsiBerkas, model: type[_M]) -> tuple[_M | None, list[Masalah]]:
    """Validasi data *dokumen*; model ``None`` bila ada masalah."""
    if not isinstance(dokumen.data, dict):
        return None, [
            Masalah(
                "SKM103",
                (),
                "isi berkas tidak tersusun sebagai kunci: nilai",
                "Tulis nama isian, titik dua, lalu nilainya sejak baris pertama, seperti nama: Posyandu.",
            )
        ]
    try:
        return model.model_validate(dokumen.data), []
    except ValidationError as galat:
        from indeksinovasi.berkas.koma import rapikan_koma
        from indeksinovasi.berkas.terjemah import terjemahkan
        from indeksinovasi.berkas.tulisan import pembaca_tulisan

        tulisan = pembaca_tulisan(dokumen.teks)
        semua = islice(terjemahkan(galat, dokumen.data, model, tulisan), BATAS_TEMUAN + 1)
        return None, list(rapikan_koma(semua, dokumen))


def muat_inovasi(dokumen: IsiBerkas, kamus: Kamus) -> tuple[Inovasi | None, list[Masalah]]:
    """Satu catatan inovasi dan semua masalah bentuknya; inovasi ``None`` bila ada yang bukan peringatan."""
    inovasi, masalah = muat_model(dokumen, Inovasi)
    if isinstance(dokumen.data, dict) and _belum_lengkap(dokumen.data):
        from indeksinovasi.berkas.masalah_isian import isian_kurang, tanpa_salah_eja
        from indeksinovasi.berkas.tulisan import pembaca_tulisan

        kurang = isian_kurang(dokumen.data, pembaca_tulisan(dokumen.teks))
        masalah = list(tanpa_salah_eja([*masalah, *kurang]))
    baris = baris_salah(dokumen, kamus.sid, kamus.spd, Inovasi)
    masalah = tanpa_ulangan([*masalah, *baris], dokumen.data, Inovasi)
    return (None if any(satu.tingkat is None for satu in masalah) else inovasi), masalah


def _belum_lengkap(data: dict[Any, Any]) -> bool:
    """Saringan murah: catatan yang lengkap tidak memuat penerjemah galat."""
    waktu = data.get("waktu")
    if data.get("tahapan") == "penerapan" and not (isinstance(waktu, dict) and waktu.get("penerapan")):
        return True
    return any(data.get(kunci) is None for kunci in WAJIB_SESUDAH_DRAF)


def muat_spd(dokumen: IsiBerkas, kamus: Kamus) -> tuple[Spd | None, list[Masalah]]:
    """Isi ``spd.yaml``; pada tahun tanpa tabel SPD semua kunci diterima."""
    spd, masalah = muat_model(dokumen, Spd)
    if kamus.spd:
        tersasar = indikator_tersasar(masalah, kamus.spd)
        baris = baris_salah(dokumen, kamus.spd, kamus.sid, Spd)
        masalah = tanpa_ulangan([*tersasar, *baris], dokumen.data, Spd)
    return (None if masalah else spd), masalah


def baca_inovasi(
    jalur: Path, nama: str, kamus: Kamus
) -> tuple[IsiBerkas, Inovasi | None, tuple[Temuan, ...]]:
    """Satu berkas inovasi: isinya, dan temuannya; inovasi ``None`` bila ada galat yang membuatnya
    ditinggalkan.
    """
    dokumen = baca(jalur, nama)
    if dokumen.temuan:
        return dokumen, None, dokumen.temuan
    dokumen, ringan = longgarkan(dokumen)
    inovasi, masalah = muat_inovasi(dokumen, kamus)
    masalah = [*ringan, *masalah]
    if salah := nama_salah(jalur):
        petunjuk = "Pakai huruf kecil, angka, dan tanda hubung."
        masalah.append(Masalah("SKM107", (), salah, petunjuk, "kunci"))
        inovasi = None
    return dokumen, inovasi, temuan_dari(dokumen, masalah)


def _sajikan(dokumen: IsiBerkas, masalah: list[Masalah]) -> list[Masalah]:
    """*masalah* dengan sebab yang sebenarnya: tanda # yang memotong, teks yang ditempel tanpa menjorok."""
    semua = dengan_terpotong(dokumen, masalah)
    if any(satu.kode == "SKM102" for satu in semua):
        from indeksinovasi.berkas.teks_tempel import rapikan_tempelan

        return rapikan_tempelan(semua, dokumen)
    return semua


class Terbaca(NamedTuple, Generic[_M]):
    """Satu berkas yang dibaca sebisanya. ``isi`` dihitung; ``dugaan`` hanya untuk memeriksa isian lain."""

    dokumen: IsiBerkas
    isi: _M | None
    dugaan: _M | None
    luput: frozenset[tuple[str | int, ...]]
    temuan: tuple[Temuan, ...]


def baca_inovasi_sebisanya(jalur: Path, nama: str, kamus: Kamus) -> Terbaca[Inovasi]:
    """Satu berkas inovasi; isian yang tidak terbaca ditinggalkan dengan temuannya."""
    dokumen = baca(jalur, nama)
    if dokumen.temuan:
        return Terbaca(dokumen, None, None, frozenset(), dokumen.temuan)
    dokumen, ringan = longgarkan(dokumen)
    isi, masalah = muat_inovasi(dokumen, kamus)
    dugaan, luput = isi, frozenset[tuple[str | int, ...]]()
    if isi is None:
        from indeksinovasi.berkas.sebisanya import inovasi_sebisanya

        isi, dugaan, luput = inovasi_sebisanya(dokumen, masalah)
        if isi is not None and _pengembangan_menentukan(isi, luput, kamus.kelayakan):
            isi = None
    masalah = _sajikan(dokumen, [*masalah, *ringan])
    if salah := nama_salah(jalur):
        masalah.append(Masalah("SKM107", (), salah, "Pakai huruf kecil, angka, dan tanda hubung.", "kunci"))
        isi = None
    return Terbaca(dokumen, isi, dugaan, luput, temuan_dari(dokumen, masalah))


def _pengembangan_menentukan(
    inovasi: Inovasi, luput: frozenset[tuple[str | int, ...]], kelayakan: Kelayakan | None
) -> bool:
    """Tanggal pengembangan yang tidak terbaca memutuskan jendelanya."""
    if ("waktu", "pengembangan") not in luput or kelayakan is None or inovasi.status != "terkirim":
        return False
    return kelayakan.pengembangan_dalam_jendela and di_luar_jendela(inovasi, kelayakan) is not None


def baca_spd_sebisanya(jalur: Path, nama: str, kamus: Kamus) -> Terbaca[Spd]:
    """``spd.yaml``; isian yang tidak terbaca ditinggalkan dengan temuannya."""
    dokumen = baca(jalur, nama)
    if dokumen.temuan:
        return Terbaca(dokumen, None, None, frozenset(), dokumen.temuan)
    dokumen, ringan = longgarkan(dokumen)
    isi, masalah = muat_spd(dokumen, kamus)
    dugaan, luput = isi, frozenset[tuple[str | int, ...]]()
    if isi is None:
        from indeksinovasi.berkas.sebisanya import model_sebisanya

        isi, dugaan, luput = model_sebisanya(dokumen, masalah, Spd)
    masalah = _sajikan(dokumen, [*masalah, *ringan])
    return Terbaca(dokumen, isi, dugaan, luput, temuan_dari(dokumen, masalah))


def nama_salah(jalur: Path) -> str | None:
    """Alasan bila nama berkas inovasi bukan slug ``[a-z0-9-]+``."""
    return None if _SLUG.fullmatch(jalur.stem) else f'nama berkas "{jalur.name}" salah bentuk'


def identitas(folder: FolderDaerah, daerah: Daerah | None) -> IdentitasDaerah:
    """Identitas untuk keluaran; nama folder bila ``daerah.yaml`` tak terbaca."""
    if daerah is None:
        return IdentitasDaerah(folder.jalur.name, None, None)
    return IdentitasDaerah(daerah.nama, daerah.jenis, daerah.kode)


def baca_daerah(folder: FolderDaerah) -> tuple[Daerah | None, tuple[Temuan, ...]]:
    """Isi ``daerah.yaml``; isian yang tidak terbaca ditinggalkan dengan temuannya."""
    dokumen = baca(folder.jalur / BERKAS_DAERAH, folder.tampil(folder.jalur / BERKAS_DAERAH))
    if dokumen.temuan:
        return None, dokumen.temuan
    dokumen, ringan = longgarkan_daerah(dokumen)
    daerah, masalah = muat_model(dokumen, Daerah)
    if isinstance(dokumen.data, dict) and any(dokumen.data.get(satu) is None for satu in WAJIB_DAERAH):
        from indeksinovasi.berkas.masalah_isian import tanpa_salah_eja, wajib_kurang
        from indeksinovasi.berkas.tulisan import pembaca_tulisan

        kurang = wajib_kurang(dokumen.data, WAJIB_DAERAH, Daerah, pembaca_tulisan(dokumen.teks))
        masalah = list(tanpa_salah_eja([*masalah, *kurang]))
    if daerah is None:
        from indeksinovasi.berkas.sebisanya import model_sebisanya

        daerah = model_sebisanya(dokumen, masalah, Daerah, {"nama": folder.jalur.name}).isi
    return daerah, temuan_dari(dokumen, _sajikan(dokumen, [*masalah, *ringan]))


class HasilTerbaca(NamedTuple):
    """``hasil_resmi.yaml`` yang dibaca sebisanya; ``nomor``: urutan tiap hasil di berkasnya, ``ragu``: urutan
    hasil yang sebagian isiannya terpotong atau tidak terbaca.
    """

    dokumen: IsiBerkas
    isi: HasilResmi | None
    nomor: tuple[int, ...]
    temuan: tuple[Temuan, ...]
    ragu: frozenset[int] = frozenset()


def baca_hasil_sebisanya(jalur: Path, nama: str) -> HasilTerbaca:
    """Isi ``hasil_resmi.yaml``; isian yang tidak terbaca ditinggalkan dengan temuannya."""
    dokumen = baca(jalur, nama)
    if dokumen.temuan:
        return HasilTerbaca(dokumen, None, (), dokumen.temuan)
    dokumen, ringan = longgarkan_hasil(dokumen)
    hasil, masalah = muat_model(dokumen, HasilResmi)
    nomor = tuple(range(len(hasil.hasil))) if hasil else ()
    if hasil is None:
        from indeksinovasi.berkas.sebisanya import hasil_sebisanya

        hasil, nomor = hasil_sebisanya(dokumen, masalah)
    semua = _sajikan(dokumen, [*masalah, *ringan])
    ragu = (satu.jalur[1] for satu in semua if len(satu.jalur) > 1 and satu.tingkat in (None, "galat"))
    urutan = frozenset(satu for satu in ragu if isinstance(satu, int))
    return HasilTerbaca(dokumen, hasil, nomor, temuan_dari(dokumen, semua), urutan)


def baca_hasil_resmi(folder: FolderDaerah) -> tuple[HasilResmi | None, tuple[Temuan, ...]]:
    """Isi ``hasil_resmi.yaml`` bila ada."""
    if folder.hasil_resmi is None:
        return None, ()
    terbaca = baca_hasil_sebisanya(folder.hasil_resmi, folder.tampil(folder.hasil_resmi))
    return terbaca.isi, terbaca.temuan


def baca_tahun(
    folder: FolderDaerah,
    tahun: FolderTahun,
    daerah: Daerah | None,
    kamus: Kamus,
    hanya: frozenset[Path] | None = None,
) -> Termuat:
    """Baca semua catatan satu tahun (atau *hanya* berkas tertentu)."""
    temuan = list(tahun.temuan)
    rekaman = []
    for kode, semua in tahun.opd.items():
        for jalur in semua:
            if hanya is not None and jalur not in hanya:
                continue
            satu, milik = _baca_rekaman(folder, tahun.tahun, kode, jalur, kamus)
            rekaman.append(satu)
            temuan.extend(milik)
    spd, spd_rusak = None, False
    if tahun.spd and hanya is None:
        terbaca = baca_spd_sebisanya(tahun.spd, folder.tampil(tahun.spd), kamus)
        spd, spd_rusak = terbaca.isi, terbaca.isi is None
        temuan.extend(terbaca.temuan)
    bahan = Bahan(identitas(folder, daerah), daerah, tahun.tahun, spd, spd_rusak, tuple(rekaman))
    return Termuat(bahan, tuple(sorted(temuan)))


def _baca_rekaman(
    folder: FolderDaerah, tahun: int, opd: str, jalur: Path, kamus: Kamus
) -> tuple[Rekaman, tuple[Temuan, ...]]:
    nama = folder.tampil(jalur)
    kenal = f"{tahun}/{opd}/{jalur.stem}"
    terbaca = baca_inovasi_sebisanya(jalur, nama, kamus)
    if terbaca.isi is not None:
        return Rekaman(kenal, opd, nama, terbaca.isi), terbaca.temuan
    galat = [satu for satu in terbaca.temuan if satu.tingkat == "galat"]
    satu = next((satu for satu in galat if satu.jalur in _PENENTU), galat[0])
    alasan = f"{satu.kode} baris {satu.baris}: {satu.pesan}"
    return Rekaman(kenal, opd, nama, None, alasan), terbaca.temuan


_PENENTU = ("nama", "status", "tahapan", "waktu", "waktu.penerapan", "waktu.pengembangan", "indikator")
