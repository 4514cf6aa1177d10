"""Kasus guna ``verifikasi``: menulis satu blok verifikasi beserta sidiknya, dan tidak mengubah yang lain."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from indeksinovasi.alur.data import terbuka
from indeksinovasi.alur.galat import GalatPemakaian
from indeksinovasi.alur.metode import metode_bila_terbit
from indeksinovasi.berkas.batas import BATAS_SIDIK
from indeksinovasi.berkas.buka import sebab_os
from indeksinovasi.berkas.bukti import PelihatBukti, sidik_bukti
from indeksinovasi.berkas.kunci import kunci_daerah
from indeksinovasi.berkas.muat import baca_inovasi_sebisanya, baca_spd_sebisanya, susun_kamus
from indeksinovasi.berkas.perubahan import Hapus, Perubahan
from indeksinovasi.berkas.pindai import kenali
from indeksinovasi.berkas.suntingan import (
    Naskah,
    SuntinganDitolak,
    baca_naskah,
    data_naskah,
    isi_pada,
    simpan_naskah,
    sunting,
    taruh,
)
from indeksinovasi.berkas.tersasar import BERKAS_SPD
from indeksinovasi.berkas.tulis import sebab_tulis
from indeksinovasi.inti.ejaan import atau, kutip, mungkin_maksud
from indeksinovasi.inti.hitung.sidik import Sidik, sidik_klaim
from indeksinovasi.inti.model.dasar import SEMUA_TINGKAT
from indeksinovasi.inti.model.inovasi import Entri
from indeksinovasi.inti.model.tulisan import Tulisan
from indeksinovasi.inti.nama import bertanda_kosong

ISIAN_VERIFIKASI = ("parameter", "catatan", "oleh", "tanggal", "sidik")

PERIKSA_IZIN = "Periksa izin berkas dan foldernya, lalu ulangi."
PERBAIKI_BARIS = "Perbaiki baris itu menurut `indeks validasi`, lalu ulangi."


class PermintaanVerifikasi(NamedTuple):
    """Satu persetujuan: berkas catatan atau spd.yaml, barisnya, dan isinya."""

    catatan: Path
    indikator: str
    parameter: int
    catatan_pemeriksa: str | None = None
    oleh: str | None = None
    tanggal: date | None = None
    coba: bool = False


def verifikasi(permintaan: PermintaanVerifikasi) -> Tulisan:
    """Tulis bloknya; ``GalatPemakaian`` bila catatan, baris, atau tingkatnya tidak dapat diverifikasi."""
    if permintaan.parameter not in SEMUA_TINGKAT:
        raise GalatPemakaian(f"Tingkat {permintaan.parameter} tidak ada.", "Tulis --parameter 0 sampai 3.")
    with terbuka(permintaan.catatan):
        sasaran = kenali(permintaan.catatan)
    if sasaran.berkas is None or sasaran.daerah is None or sasaran.tahun is None:
        raise GalatPemakaian(
            f"{permintaan.catatan} bukan catatan inovasi atau spd.yaml.",
            "Tunjuk <tahun>/<opd>/<nama>.yaml atau <tahun>/spd.yaml.",
        )
    with kunci_daerah(sasaran.daerah.jalur):
        return _tulis(permintaan, sasaran.berkas, sasaran.daerah.jalur, sasaran.tahun)


def _tulis(permintaan: PermintaanVerifikasi, jalur: Path, akar: Path, tahun: int) -> Tulisan:
    isi: dict[str, Any] = {
        "parameter": permintaan.parameter,
        "catatan": permintaan.catatan_pemeriksa,
        "oleh": permintaan.oleh,
        "tanggal": permintaan.tanggal,
    }
    try:
        # Naskahnya lebih dahulu: penjaganya menolak bila klaim yang disidik bukan lagi klaim di dalamnya.
        naskah = _naskah(jalur)
        entri = _entri(baca_entri(jalur, tahun), permintaan.indikator, naskah)
        isi["sidik"] = str(sidik_entri(entri, akar, jalur))
        teks = sunting_verifikasi(naskah.teks, permintaan.indikator, isi)
        if permintaan.coba:
            return Tulisan(str(permintaan.catatan), "ubah" if teks != naskah.teks else "tetap")
        berubah = simpan_naskah(naskah, teks)
    except SuntinganDitolak as galat:
        raise GalatPemakaian(f"{jalur.name}: {galat}.", galat.petunjuk) from None
    except OSError as galat:
        raise GalatPemakaian(
            f"{jalur.name} tidak dapat ditulis: {sebab_tulis(galat)}.", PERIKSA_IZIN
        ) from None
    return Tulisan(str(permintaan.catatan), "ubah" if berubah else "tetap")


def _naskah(jalur: Path) -> Naskah:
    try:
        return baca_naskah(jalur)
    except OSError as galat:
        raise GalatPemakaian(f"{jalur.name} tidak dapat dibaca: {sebab_os(galat)}.", PERIKSA_IZIN) from None


def _entri(semua: Mapping[str, Entri], indikator: str, naskah: Naskah) -> Entri:
    if entri := semua.get(indikator):
        return entri
    nama = naskah.jalur.name
    if isi_pada(data_naskah(naskah.teks), ("indikator", indikator)) is not None:
        raise SuntinganDitolak(f"baris {indikator} belum dapat dibaca", PERBAIKI_BARIS)
    raise GalatPemakaian(
        f"Baris {kutip(indikator)} tidak ada pada {nama}.",
        atau(mungkin_maksud(indikator, semua), f"Baris yang ada: {', '.join(semua) or 'tidak satu pun'}."),
    )


def sunting_verifikasi(teks: str, indikator: str, isi: Mapping[str, Any]) -> str:
    """*teks* dengan blok verifikasi satu baris; isian ``None`` dibuang, kunci di luar blok tidak disentuh."""
    jalur = ("indikator", indikator, "verifikasi")
    lama = isi_pada(data_naskah(teks), jalur)
    if not isinstance(lama, dict):
        if lama not in (None, []) and not bertanda_kosong(lama):
            raise SuntinganDitolak(
                f"{'.'.join(jalur)} sudah berisi, tetapi bukan blok isian",
                "Pindahkan isi itu ke kunci catatan di bawahnya, atau hapus, lalu ulangi.",
            )
        baru = {kunci: isi[kunci] for kunci in ISIAN_VERIFIKASI if isi.get(kunci) is not None}
        return sunting(teks, [taruh(data_naskah(teks), jalur, baru)])
    for kunci in ISIAN_VERIFIKASI:
        teks = sunting(teks, _isian(teks, (*jalur, kunci), isi.get(kunci)))
    return teks


def _isian(teks: str, jalur: tuple[str, ...], nilai: Any) -> list[Perubahan]:
    data = data_naskah(teks)
    if nilai is not None:
        return [taruh(data, jalur, nilai)]
    ada = isi_pada(data, jalur[:-1])
    return [Hapus(jalur)] if isinstance(ada, dict) and jalur[-1] in ada else []


def baca_entri(jalur: Path, tahun: int) -> Mapping[str, Entri]:
    """Baris indikator sebuah catatan atau spd.yaml; ``GalatPemakaian`` bila berkasnya tak terbaca."""
    kamus = susun_kamus(metode_bila_terbit(tahun))
    nama = jalur.as_posix()
    if jalur.name == BERKAS_SPD:
        spd = baca_spd_sebisanya(jalur, nama, kamus)
        isi, temuan = (spd.isi.indikator if spd.isi else None), spd.temuan
    else:
        inovasi = baca_inovasi_sebisanya(jalur, nama, kamus)
        isi, temuan = (inovasi.dugaan.indikator if inovasi.dugaan else None), inovasi.temuan
    if isi is None:
        raise GalatPemakaian(f"{jalur.name} tidak dapat dibaca.", "Perbaiki menurut temuan.", temuan)
    return isi


def sidik_entri(entri: Entri, akar: Path, jalur: Path) -> Sidik:
    """Sidik satu baris catatan di *jalur*, di dalam daerah *akar*; ``SuntinganDitolak`` bila buktinya terlalu
    besar untuk dibaca seluruhnya.
    """
    folder = jalur.parent.relative_to(akar).as_posix()
    isi_berkas = sidik_bukti(PelihatBukti(akar), folder, entri)
    if isi_berkas is None:
        raise SuntinganDitolak(
            f"ada berkas bukti di atas {BATAS_SIDIK >> 30} GB, isinya tidak dapat disidik",
            "Perkecil berkas buktinya, lalu ulangi.",
        )
    return Sidik(sidik_klaim(entri), isi_berkas)
