"""Menulis rencana impor: OPD baru ke daerah.yaml, catatan baru, dan isian catatan yang ada.

Urutannya tetap (daerah.yaml, lalu catatan) dan tiap berkas ditulis utuh, jadi impor yang terhenti
dilanjutkan dengan mengulang perintah yang sama.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from indeksinovasi.alur.baru import GANTI_TAUTAN, DaerahSatu
from indeksinovasi.alur.verifikasi import (
    PERBAIKI_BARIS,
    PERIKSA_IZIN,
    baca_entri,
    sidik_entri,
    sunting_verifikasi,
)
from indeksinovasi.berkas.bukti import PelihatBukti
from indeksinovasi.berkas.entri import folder_tautan
from indeksinovasi.berkas.perubahan import Hapus, Perubahan
from indeksinovasi.berkas.pindai import FolderDaerah
from indeksinovasi.berkas.suntingan import (
    SuntinganDitolak,
    baca_naskah,
    data_naskah,
    isi_pada,
    sama_persis,
    simpan_naskah,
    sunting,
    taruh,
)
from indeksinovasi.berkas.tersasar import BERKAS_DAERAH
from indeksinovasi.berkas.tulis import sebab_tulis, tulis_bila_tiada
from indeksinovasi.inti.katalog import buat_temuan
from indeksinovasi.inti.model.impor import NasibBaris, RencanaImpor, UbahanIsian
from indeksinovasi.inti.model.mentah import dalam, deret_peta, peta
from indeksinovasi.inti.model.temuan import Masalah, Temuan
from indeksinovasi.inti.model.tulisan import Tindakan, Tulisan
from indeksinovasi.inti.nama import bertanda_kosong
from indeksinovasi.inti.tulis_yaml import tulis_yaml


class Tujuan(Protocol):
    """Bagian permintaan yang menentukan tempat menulis."""

    @property
    def tahun(self) -> int:
        """Tahun pengukuran."""

    @property
    def coba(self) -> bool:
        """Hanya menyebut, tanpa menulis."""


def tulis_rencana(
    tulisan: list[Tulisan],
    temuan: list[Temuan],
    langkah: Iterable[NasibBaris],
    opd_baru: Mapping[str, str],
    milik: DaerahSatu,
    tujuan: Tujuan,
) -> None:
    """Tulis semua *langkah* dan catat tiap berkasnya; yang gagal menjadi temuan IMP811."""
    folder = milik.folder
    if opd_baru:
        jalur = folder.jalur / BERKAS_DAERAH
        baru = [UbahanIsian(("perangkat_daerah", kode), nama) for kode, nama in opd_baru.items()]
        _catat(tulisan, temuan, folder.tampil(jalur), partial(_ubah, jalur, baru, coba=tujuan.coba))
    tempat: dict[str, _Folder] = {}
    for satu in langkah:
        if satu.nasib in ("sama", "dilewati"):
            continue
        if satu.opd not in tempat:
            jalur = folder.jalur / str(tujuan.tahun) / satu.opd
            tautan = folder_tautan(jalur / "catatan", folder.jalur)
            tempat[satu.opd] = _Folder(str(jalur), folder.tampil(jalur), tautan is not None)
        milik_opd, berkas = tempat[satu.opd], f"{satu.slug}.yaml"
        tulis = partial(_langkah, satu, milik_opd, berkas, folder.jalur, tujuan)
        _catat(tulisan, temuan, f"{milik_opd.tampil}/{berkas}", tulis)


class _Folder(NamedTuple):
    """Folder satu OPD: jalurnya, jalur itu untuk manusia, dan apakah ia dicapai lewat tautan simbolik."""

    jalur: str
    tampil: str
    tautan: bool


def _langkah(satu: NasibBaris, folder: _Folder, berkas: str, akar: Path, tujuan: Tujuan) -> Tindakan:
    if folder.tautan:
        raise SuntinganDitolak("foldernya tautan simbolik, yang dilewati pembaca data", GANTI_TAUTAN)
    if satu.isi is not None:
        if not tujuan.coba and not tulis_bila_tiada(
            folder.jalur, berkas, tulis_yaml(satu.isi).encode("utf-8")
        ):
            raise SuntinganDitolak(
                "nama itu sudah dipakai berkas atau folder lain",
                "Ulangi perintahnya; bila tetap demikian, ganti nama yang sudah ada.",
            )
        return "baru"
    jalur = Path(folder.jalur, berkas)
    if satu.verifikasi:
        return _verifikasi(jalur, akar, tujuan, satu)
    return _ubah(jalur, satu.ubahan, coba=tujuan.coba)


def _catat(tulisan: list[Tulisan], temuan: list[Temuan], nama: str, tulis: Callable[[], Tindakan]) -> None:
    try:
        tulisan.append(Tulisan(nama, tulis()))
    except SuntinganDitolak as galat:
        tulisan.append(Tulisan(nama, "tertahan"))
        temuan.append(buat_temuan(nama, 1, 1, Masalah("IMP811", (), str(galat), galat.petunjuk)))
    except OSError as galat:
        tulisan.append(Tulisan(nama, "tertahan"))
        pesan = f"berkas tidak dapat ditulis: {sebab_tulis(galat)}"
        temuan.append(buat_temuan(nama, 1, 1, Masalah("IMP811", (), pesan, PERIKSA_IZIN)))


def _ubah(jalur: Path, ubahan: Sequence[UbahanIsian], *, coba: bool) -> Tindakan:
    naskah = baca_naskah(jalur)
    teks = naskah.teks
    for satu in ubahan:
        teks = sunting(teks, _perubahan(teks, satu))
    if coba:
        return "ubah" if teks != naskah.teks else "tetap"
    return "ubah" if simpan_naskah(naskah, teks) else "tetap"


def _verifikasi(jalur: Path, akar: Path, tujuan: Tujuan, langkah: NasibBaris) -> Tindakan:
    """Blok verifikasi dari lembar, bersidik menurut isi catatannya sekarang."""
    naskah = baca_naskah(jalur)
    entri = baca_entri(jalur, tujuan.tahun)
    teks = naskah.teks
    for kode, isi in langkah.verifikasi.items():
        if kode not in entri:
            raise SuntinganDitolak(f"baris {kode} belum dapat dibaca", PERBAIKI_BARIS)
        sidik = str(sidik_entri(entri[kode], akar, jalur))
        teks = sunting_verifikasi(teks, kode, {**isi, "sidik": sidik})
    if tujuan.coba:
        return "ubah" if teks != naskah.teks else "tetap"
    return "ubah" if simpan_naskah(naskah, teks) else "tetap"


def _perubahan(teks: str, ubahan: UbahanIsian) -> list[Perubahan]:
    data = data_naskah(teks)
    jalur = ubahan.jalur
    kini = isi_pada(data, jalur)
    terisi = kini not in (None, [], {}) and not bertanda_kosong(kini)
    if terisi and not sama_persis(kini, ubahan.lama):
        raise SuntinganDitolak("berkas berubah sejak dibaca", "Ulangi perintahnya.")
    if ubahan.nilai is None:
        return [] if kini is None else [Hapus(jalur)]
    return [taruh(data, jalur, ubahan.nilai)]


def bukti_belum_ada(rencana: RencanaImpor, folder: FolderDaerah, tahun: int) -> Iterator[Temuan]:
    """Berkas bukti yang disebut baris baru atau yang digabung, tetapi belum ada di folder OPD-nya."""
    pelihat = PelihatBukti(folder.jalur)
    for satu in rencana.langkah:
        if satu.calon.id is None and "indikator" not in satu.calon.isi:
            continue
        dilihat = dict.fromkeys(_berkas_bukti(satu))
        tempat = "/".join(filter(None, (str(tahun), satu.opd)))
        for berkas in dilihat:
            if pelihat.lihat(tempat, berkas).keterangan.keadaan == "tidak_ada":
                pesan = f"{tempat}/{berkas} belum ada"
                yield buat_temuan(satu.calon.sumber, satu.calon.baris, 1, Masalah("IMP812", (), pesan))


def _berkas_bukti(langkah: NasibBaris) -> Iterator[str]:
    for daftar in _daftar_bukti(langkah):
        for bukti in deret_peta(daftar):
            if isinstance(berkas := bukti.get("berkas"), str):
                yield berkas


def _daftar_bukti(langkah: NasibBaris) -> Iterator[object]:
    for ubahan in langkah.ubahan:
        if ubahan.jalur[-1] == "bukti":
            yield ubahan.nilai
    for entri in peta(dalam(langkah.isi, "indikator")).values():
        yield dalam(entri, "bukti")
