"""BKT: bukti tiap baris dan isi berkas yang dipakai ulang.

Keterangan berkas diberikan sebagai nilai; modul ini tidak membuka apa pun dan tidak pernah memakai jaringan.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from indeksinovasi.inti.ejaan import deretan, kutip
from indeksinovasi.inti.hitung.fakta import banyak_kali
from indeksinovasi.inti.hitung.sidik import sidik_klaim, sidik_tertulis
from indeksinovasi.inti.model.angka import TAHUN_NASKAH, angka_id, bulatkan
from indeksinovasi.inti.model.aturan import AturanKali, TingkatPositif
from indeksinovasi.inti.model.inovasi import Bukti
from indeksinovasi.inti.model.metode import Indikator
from indeksinovasi.inti.model.nilai_fakta import FaktaTahunan
from indeksinovasi.inti.model.temuan import Jalur, Masalah, Usul
from indeksinovasi.inti.periksa.konteks import (
    BahanPeriksa,
    BahanTahun,
    BarisEntri,
    JenisBerkas,
    KeteranganBerkas,
    MasalahBerkas,
    taruhan,
)

NASKAH_PENETAPAN = frozenset(("regulasi", "sdm", "pelaksana"))
"""Indikator yang dibuktikan naskah bernomor dan bertanggal."""
BUKTI_MILIK_SENDIRI = frozenset(("kualitas", "kemanfaatan", "sosialisasi", "kecepatan"))
"""Indikator yang mengukur satu inovasi: isi buktinya tidak mungkin sama dengan milik inovasi lain."""
BITA_PER_MB = 1024 * 1024
TERKAIT_TERBANYAK = 20
"""Berkas sekelompok yang disebut sebuah temuan antarberkas."""
_TAUTAN_LAZIM = re.compile(r"https?://[a-z0-9-]+(\.[a-z0-9-]+)+(/[!-~]*)?", re.ASCII)
_JENIS_AKHIRAN: dict[str, tuple[JenisBerkas, ...]] = {
    "pdf": ("pdf",),
    "png": ("png",),
    "jpg": ("jpg",),
    "jpeg": ("jpg",),
    "mp4": ("mp4", "mov"),
    "mov": ("mov", "mp4"),
}


def _letak(baris: BarisEntri, nomor: int, kunci: str) -> Jalur:
    return (*baris.jalur, "bukti", nomor, kunci)


def periksa_kelengkapan(bahan: BahanPeriksa) -> Iterator[Masalah]:
    """BKT301, BKT308, BKT312, dan BKT313: bukti ada, menunjuk sesuatu, dan cukup banyak."""
    if not bahan.ditagih:
        return
    for baris in bahan.baris:
        if not baris.entri.bukti:
            if not baris.diklaim:
                continue
            pesan = (
                f"{baris.kode} tingkat {baris.diklaim} tanpa bukti{taruhan(baris.indikator, baris.diklaim)}"
            )
            yield Masalah("BKT301", (*baris.jalur, "bukti"), pesan, "", "kunci", bahan.kelengkapan)
            continue
        if not all(satu.terisi for satu in baris.entri.bukti):
            yield from _hampa(baris, bahan)
        if baris.kode in NASKAH_PENETAPAN:
            yield from _naskah(baris, bahan)
        if baris.indikator and isinstance(baris.indikator.aturan, AturanKali):
            yield from _kali(baris, baris.indikator, baris.indikator.aturan, bahan)


def _hampa(baris: BarisEntri, bahan: BahanPeriksa) -> Iterator[Masalah]:
    hilang = "" if baris.entri.berbukti else taruhan(baris.indikator, baris.diklaim)
    for nomor, satu in enumerate(baris.entri.bukti):
        if not satu.terisi:
            pesan = f"bukti {baris.kode} tidak menyebut berkas atau tautan{hilang}"
            yield Masalah("BKT312", (*baris.jalur, "bukti", nomor), pesan, "", "nilai", bahan.kelengkapan)


def _naskah(baris: BarisEntri, bahan: BahanPeriksa) -> Iterator[Masalah]:
    for nomor, satu in enumerate(baris.entri.bukti):
        kurang = [kunci for kunci in ("nomor", "tanggal") if getattr(satu, kunci) is None]
        if satu.berkas and kurang:
            pesan = f"bukti {baris.kode} tanpa {deretan(kurang)} naskah"
            yield Masalah("BKT308", _letak(baris, nomor, kurang[0]), pesan, "", "kunci", bahan.kelengkapan)


def _kali(
    baris: BarisEntri, indikator: Indikator, aturan: AturanKali, bahan: BahanPeriksa
) -> Iterator[Masalah]:
    """Bukti cukup sebanyak kali yang diperlukan tingkatnya; tahun yang tidak meminta bukti tidak ditagih."""
    rentang = aturan.tingkat.get(_positif(baris.diklaim)) if baris.diklaim else None
    ada = sum(satu.terisi for satu in baris.entri.bukti)
    if indikator.bukti is None or rentang is None or rentang.min is None or not 0 < ada < rentang.min:
        return
    kali = rentang.min
    match baris.entri.fakta:
        case FaktaTahunan() as fakta:
            kali = banyak_kali(aturan, fakta, bahan.konteks.tahun)
    perlu = f"tingkat {baris.diklaim} perlu {angka_id(rentang.min)}"
    pesan = f"{ada} bukti untuk {angka_id(kali)} kali {baris.kode}; {perlu}"
    yield Masalah("BKT313", (*baris.jalur, "bukti"), pesan, "", "kunci", bahan.kelengkapan)


def _positif(tingkat: int) -> TingkatPositif:
    return 1 if tingkat == 1 else 2 if tingkat == 2 else 3


def periksa_berkas(bahan: BahanPeriksa) -> Iterator[Masalah]:
    """BKT302-307, BKT309, dan BKT311: berkas, tanggal, dan tautan tiap bukti."""
    batas = bahan.konteks.batas_bukti
    for baris in bahan.baris:
        for nomor, satu in enumerate(baris.entri.bukti):
            keterangan = bahan.bukti.get(satu.berkas) if satu.berkas else None
            if satu.berkas and keterangan:
                for masalah in _berkas(satu.berkas, keterangan, baris, _letak(baris, nomor, "berkas")):
                    yield masalah._replace(terkait=(f"./{satu.berkas}",))
            if satu.tautan and (salah := tautan_salah(satu.tautan)):
                pesan = f"tautan {kutip(satu.tautan)} {salah}"
                yield Masalah("BKT311", _letak(baris, nomor, "tautan"), pesan)
            if satu.tanggal and (cela := _tanggal_salah(satu.tanggal, batas, bahan.konteks.tahun)):
                yield Masalah("BKT309", _letak(baris, nomor, "tanggal"), *cela)


def _tanggal_salah(hari: date, batas: date | None, tahun: int) -> tuple[str, str] | None:
    """Sebab dan langkah bagi tanggal bukti sesudah *batas*, atau yang tahunnya salah ketik."""
    if batas and hari > batas:
        return f"tanggal {hari} melewati hari pengukuran {batas}", ""
    if TAHUN_NASKAH <= hari.year <= tahun + 1:
        return None
    return f"tanggal {hari} tidak mungkin bagi bukti {tahun}", "Betulkan tanggalnya menurut naskahnya."


def tautan_salah(tautan: str) -> str | None:
    """Alasan *tautan* bukan alamat http atau https yang lengkap; ``None`` bila benar."""
    return None if _TAUTAN_LAZIM.fullmatch(tautan) else _tautan_salah(tautan)


def _tautan_salah(tautan: str) -> str | None:
    if any(huruf.isspace() or not huruf.isprintable() for huruf in tautan):
        return "memuat spasi"
    try:
        bagian = urlsplit(tautan)
        tuan_rumah = bagian.hostname or ""
    except ValueError:
        return "bukan alamat web"
    if bagian.scheme.lower() not in ("http", "https"):
        return "tidak diawali https:// atau http://"
    nama = tuan_rumah.rstrip(".")
    # Alamat IPv6 tertulis dengan titik dua; selain itu nama tuan rumah publik memuat titik.
    return None if ":" in nama or all(("." in nama, *nama.split("."))) else "tanpa nama situs"


def _berkas(
    tertulis: str, keterangan: KeteranganBerkas, baris: BarisEntri, jalur: Jalur
) -> Iterator[Masalah]:
    match keterangan.keadaan:
        case "ada" if keterangan.ukuran:
            yield from _isi(tertulis, keterangan, baris, jalur)
        case "ada":
            yield Masalah("BKT304", jalur, f"berkas {kutip(tertulis)} kosong (0 bita)")
        case "di_luar":
            yield Masalah("BKT303", jalur, f"berkas {kutip(tertulis)} berada di luar folder daerah")
        case "garis_terbalik":
            rapi = tertulis.replace("\\", "/")
            petunjuk = f"Tulis {rapi}."
            pesan = f"berkas {kutip(tertulis)} memakai garis miring terbalik"
            yield Masalah("BKT302", jalur, pesan, petunjuk, usul=Usul(rapi))
        case "tidak_ada" if "://" in tertulis:
            pesan = f"berkas {kutip(tertulis)} adalah alamat web"
            yield Masalah("BKT302", jalur, pesan, "Tulis alamat pada kunci tautan.")
        case "tidak_ada" if keterangan.mirip:
            pesan = f"berkas {kutip(tertulis)} tidak ada; yang ada {kutip(keterangan.mirip)}"
            yield Masalah("BKT302", jalur, pesan, f"Tulis {kutip(keterangan.mirip)}.")
        case "tidak_ada":
            yield Masalah("BKT302", jalur, f"berkas {kutip(tertulis)} tidak ada")
        case "bukan_berkas":
            petunjuk = "Tunjuk berkasnya, bukan foldernya."
            yield Masalah("BKT302", jalur, f"{kutip(tertulis)} bukan berkas", petunjuk)
        case "tak_terbaca":
            pesan = f"berkas {kutip(tertulis)} tidak dapat dibaca"
            yield Masalah("BKT302", jalur, pesan, "Periksa izin bacanya.")


def _isi(tertulis: str, keterangan: KeteranganBerkas, baris: BarisEntri, jalur: Jalur) -> Iterator[Masalah]:
    indikator = baris.indikator
    _, titik, akhiran = tertulis.rpartition("/")[2].lower().rpartition(".")
    akhiran = akhiran if titik else ""
    diminta = indikator.format_bukti if indikator else ()
    jenis = _JENIS_AKHIRAN.get(akhiran)
    if any(satu != "tautan" for satu in diminta) and not _setara(akhiran, diminta):
        yield _salah_format(tertulis, keterangan, baris, jalur)
    elif jenis and keterangan.jenis not in jenis:
        isi = f"isinya {keterangan.jenis}" if keterangan.jenis else f"isinya bukan {jenis[0]}"
        pesan = f"berkas {kutip(tertulis)} berakhiran .{akhiran}, tetapi {isi}"
        yield Masalah("BKT306", jalur, pesan)
    batas = indikator.ukuran_maks_mb if indikator else None
    if batas and keterangan.ukuran > batas * BITA_PER_MB:
        besar = angka_id(Fraction(bulatkan(Fraction(keterangan.ukuran, BITA_PER_MB), 1)))
        yield Masalah("BKT307", jalur, f"berkas {kutip(tertulis)} {besar} MB, batas {batas} MB")


def _setara(akhiran: str, diminta: tuple[str, ...]) -> bool:
    """Akhiran yang diminta, atau akhiran lain untuk jenis yang sama (jpg dan jpeg)."""
    jenis = _JENIS_AKHIRAN.get(akhiran)
    return akhiran in diminta or (
        jenis is not None and any(_JENIS_AKHIRAN.get(satu) == jenis for satu in diminta)
    )


def _salah_format(tertulis: str, keterangan: KeteranganBerkas, baris: BarisEntri, jalur: Jalur) -> Masalah:
    diminta = [satu for satu in baris.indikator.format_bukti if satu != "tautan"] if baris.indikator else []
    akhiran = PurePosixPath(tertulis).suffix.lower()
    bentuk = f"berakhiran {akhiran}" if akhiran else "tanpa akhiran"
    petunjuk = f"Ubah berkas ke format {deretan(diminta, 'atau')}."
    if keterangan.jenis in diminta:
        petunjuk = f"Ganti akhirannya menjadi .{keterangan.jenis}; isinya sudah sesuai."
    pesan = f"bukti {kutip(tertulis)} {bentuk}; {baris.kode} meminta {deretan(diminta, 'atau')}"
    return Masalah("BKT305", jalur, pesan, petunjuk)


def periksa_persetujuan(bahan: BahanPeriksa) -> Iterator[Masalah]:
    """BKT314 dan BKT315: persetujuan yang klaim, fakta, bukti, atau isi berkasnya berubah sesudahnya."""
    for baris in bahan.baris:
        verifikasi = baris.entri.verifikasi
        if verifikasi is None or verifikasi.sidik is None:
            continue
        tertulis = sidik_tertulis(verifikasi.sidik)
        jalur = (*baris.jalur, "verifikasi")
        if sidik_klaim(baris.entri) != tertulis.klaim:
            yield Masalah(
                "BKT314",
                jalur,
                f"klaim, fakta, atau bukti {baris.kode} berubah sesudah diverifikasi",
                "",
                "kunci",
            )
        elif bahan.sidik.get(baris.kode, tertulis.berkas) != tertulis.berkas:
            yield Masalah(
                "BKT315", jalur, f"isi berkas bukti {baris.kode} berubah sesudah diverifikasi", "", "kunci"
            )


def periksa_kembar(bahan: BahanTahun) -> Iterator[MasalahBerkas]:
    """BKT310: isi berkas yang sama dipakai inovasi lain; ditunjuk pada pemakai kedua dan seterusnya."""
    for pertama, *lain in map(sorted, bahan.kembar):
        # Anggota lain sekelompok ikut menentukan; yang sangat banyak cukup sebagian.
        sekelompok = dict.fromkeys(f"{satu.id}.yaml" for satu in (pertama, *lain[:TERKAIT_TERBANYAK]))
        for satu in (satu for satu in lain if satu.berkas != pertama.berkas):
            indikator = satu.jalur[1]
            pesan = (
                f"bukti {indikator} {kutip(satu.tertulis)} sama persis dengan {kutip(pertama.tertulis)} "
                f"milik {pertama.id}"
            )
            semula = f"{posixpath.dirname(pertama.id)}/{pertama.tertulis}"
            terkait = (*sekelompok, posixpath.normpath(semula), f"./{satu.tertulis}")
            yield MasalahBerkas(satu.berkas, Masalah("BKT310", satu.jalur, pesan, terkait=terkait))


def milik_sendiri(baris: BarisEntri) -> Iterator[tuple[Jalur, Bukti]]:
    """Bukti baris yang isinya tidak boleh sama dengan milik inovasi lain, beserta jalurnya."""
    if baris.kode in BUKTI_MILIK_SENDIRI:
        for nomor, satu in enumerate(baris.entri.bukti):
            if satu.berkas:
                yield _letak(baris, nomor, "berkas"), satu
