"""Catatan SKR sebuah hasil: apa yang ditinggalkan, dibawa, atau diandaikan, dalam kalimat pendek."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from indeksinovasi.inti.model.hasil import (
    DASAR,
    Catatan,
    Dasar,
    HasilDasar,
    NilaiBaris,
    NilaiInovasi,
    NilaiSpd,
)
from indeksinovasi.inti.model.metode import Metode


class KeadaanNilai(NamedTuple):
    """Keadaan penilaian yang perlu disebut dalam catatan."""

    metode: Metode
    metode_lain: bool
    tahun: int
    dasar: Dasar
    sertakan_draf: bool
    lingkup: Literal["daerah", "opd", "berkas"]


def daftar_catatan(
    lingkungan: KeadaanNilai, inovasi: tuple[NilaiInovasi, ...], spd: NilaiSpd, utama: HasilDasar, urusan: int
) -> tuple[Catatan, ...]:
    """Catatan hasil menurut urutan kode."""
    semua = [
        *_tertinggal(inovasi),
        *_spd(lingkungan, spd),
        *(catatan_rumus(lingkungan.metode, utama, urusan) if lingkungan.lingkup == "daerah" else ()),
        *_baris(lingkungan, inovasi),
        *_kematangan(lingkungan, inovasi),
        *_persetujuan(inovasi, spd),
    ]
    if lingkungan.lingkup != "daerah":
        bagian = _nama_lingkup(lingkungan.lingkup)
        semua.append(
            Catatan(
                "SKR620", f"Indeks tidak dihitung untuk satu {bagian}; tunjuk folder daerah.", "tanpa_indeks"
            )
        )
    if lingkungan.dasar == "berbukti":
        semua.append(
            Catatan("SKR601", "Keberadaan berkas bukti tidak diperiksa di sini, hanya oleh indeks validasi.")
        )
    return tuple(sorted(semua))


def _nama_lingkup(lingkup: str) -> str:
    return {"opd": "OPD", "berkas": "berkas"}[lingkup]


_DITINGGALKAN = "berkas tak terbaca ditinggalkan dari hitungan; perbaiki menurut temuan."
_TIDAK_LAYAK = "inovasi terkirim tidak memenuhi jendela penerapan dan diperlakukan seperti ditolak."
_TETAP_DIHITUNG = "inovasi diterima walau penerapannya di luar jendela; tetap dihitung."


def _tertinggal(inovasi: tuple[NilaiInovasi, ...]) -> Iterator[Catatan]:
    golongan = Counter(satu.golongan for satu in inovasi)
    dicatat = Counter(satu.catatan for satu in inovasi)
    draf = sum(satu.terhitung and satu.status == "draf" for satu in inovasi)
    for kode, jumlah, kalimat in (
        ("SKR602", golongan["tak_terbaca"], _DITINGGALKAN),
        ("SKR603", golongan["tidak_layak"], _TIDAK_LAYAK),
        ("SKR604", dicatat["diterima_di_luar_jendela"], _TETAP_DIHITUNG),
        ("SKR605", dicatat["tanpa_tanggal"], "inovasi dihitung tanpa dapat diperiksa jendela penerapannya."),
        ("SKR606", dicatat["diabaikan"], "inovasi di luar jendela ikut dihitung karena kelayakan diabaikan."),
        ("SKR607", draf, "draf ikut dihitung atas permintaan."),
    ):
        if jumlah:
            yield Catatan(kode, f"{jumlah} {kalimat}")


def _spd(lingkungan: KeadaanNilai, spd: NilaiSpd) -> Iterator[Catatan]:
    if lingkungan.lingkup != "daerah":
        return
    if spd.asal == "tak_terbaca":
        yield Catatan("SKR608", "spd.yaml tak terbaca; SPD belum ikut dihitung. Perbaiki menurut temuan.")
    elif spd.asal == "tidak_ada":
        yield Catatan(
            "SKR608", "spd.yaml tidak ada; SPD belum ikut dihitung. Tulis spd.yaml di folder tahun."
        )
    elif spd.asal == "tak_terhitung":
        kurang = "isi total dan maksimum" if spd.skor is None else "isi total"
        yield Catatan(
            "SKR609", f"SPD tidak dapat dihitung: tabel SPD tahun ini tidak terbit; {kurang} pada spd.yaml."
        )
    elif spd.asal == "mustahil":
        yield Catatan("SKR622", "Total SPD melebihi maksimum tahunnya, jadi dihitung 0; betulkan spd.yaml.")
    elif spd.asal == "dibawa":
        yield Catatan(
            "SKR610",
            "Skor SPD memakai tabel tahun catatan karena metode ini tidak memuat tabel SPD.",
            "dibawa",
        )


def catatan_rumus(
    metode: Metode, utama: HasilDasar, urusan: int, langkah: str = "isi total dan maksimum pada spd.yaml"
) -> Iterator[Catatan]:
    """Syarat urusan wajib yang belum terpenuhi, dan sebab indeks tidak dapat dihitung.

    *langkah* memberi tahu cara melengkapi maksimum SPD yang tidak terbit.
    """
    rincian = utama.rincian
    if rincian.urusan_terpenuhi is False:
        minimal = metode.rumus.urusan_wajib_minimal
        perlu = int(minimal.nilai) if minimal and minimal.nilai is not None else 0
        yield Catatan("SKR611", f"Skor jumlah inovasi 0: baru {urusan} urusan wajib terisi, perlu {perlu}.")
    if metode.skala == "normal" and rincian.indeks is None:
        if rincian.pembagi == 0:
            sebab = "belum ada inovasi yang terhitung"
        elif rincian.maksimum is None:
            sebab = f"maksimum SPD tahun ini tidak terbit; {langkah}"
        else:
            sebab = "skor SPD tidak dapat dihitung"
        yield Catatan("SKR612", f"Indeks tidak dapat dihitung: {sebab}.", "tanpa_indeks")


def _baris(lingkungan: KeadaanNilai, inovasi: tuple[NilaiInovasi, ...]) -> Iterator[Catatan]:
    baris = [b for satu in inovasi if satu.dari_baris for b in satu.baris]
    asal = Counter(satu.asal for satu in baris)
    if lingkungan.metode_lain and asal["dibawa"]:
        banyak = f"{asal['dibawa']} dari {len(baris)} baris tanpa fakta yang terbaca"
        yield Catatan("SKR613", f"{banyak}: klaim dibawa ke metode {lingkungan.metode.tahun}.", "dibawa")
    nomor = DASAR.index(lingkungan.dasar)
    klaim_dipakai = lingkungan.dasar != "terverifikasi"
    ragu = sum(satu.tertinggi[nomor] > satu.tingkat[nomor] for satu in baris)
    if jumlah := asal["tak_terbaca"]:
        yield Catatan("SKR614", f"{jumlah} {_TAK_TERBACA}", "dibawa")
    for kode, jumlah, kalimat in (
        ("SKR615", asal["mustahil"], _MUSTAHIL),
        ("SKR616", sum(map(_melebihi_fakta, baris)) if klaim_dipakai else 0, _MELEBIHI_FAKTA),
        ("SKR617", ragu, _DI_ANTARA),
    ):
        if jumlah:
            yield Catatan(kode, f"{jumlah} {kalimat}")


_TAK_TERBACA = "baris hanya berisi fakta yang tidak dapat dibaca metode ini; dihitung 0."
_MUSTAHIL = "baris berfakta mustahil atau tanpa basis dihitung 0; lihat `indeks validasi`."
_MELEBIHI_FAKTA = "baris mengklaim lebih tinggi daripada faktanya; tingkat fakta yang dihitung."
_DI_ANTARA = "baris berada di antara dua tingkat; tingkat rendah yang dihitung."


def _melebihi_fakta(baris: NilaiBaris) -> bool:
    return baris.asal == "keduanya" and (baris.parameter or 0) > baris.tertinggi.klaim


def _persetujuan(inovasi: tuple[NilaiInovasi, ...], spd: NilaiSpd) -> Iterator[Catatan]:
    semua = (*(b for satu in inovasi if satu.terhitung for b in satu.baris), *spd.baris)
    if jumlah := sum(b.persetujuan_gugur for b in semua):
        yield Catatan(
            "SKR630",
            f"{jumlah} baris berubah sesudah diverifikasi; tingkat terverifikasinya tetap dihitung.",
        )


def _kematangan(lingkungan: KeadaanNilai, inovasi: tuple[NilaiInovasi, ...]) -> Iterator[Catatan]:
    terhitung = [satu for satu in inovasi if satu.terhitung]
    if jumlah := sum(satu.siap_pakai for satu in terhitung):
        dibawa = ", dalam poin tahun catatan" if lingkungan.metode_lain else ""
        yield Catatan(
            "SKR618",
            f"{jumlah} inovasi memakai kematangan siap pakai{dibawa}; sama pada ketiga dasar.",
            "dibawa",
        )
    if jumlah := sum(satu.mustahil for satu in terhitung):
        yield Catatan("SKR622", f"{jumlah} kematangan melebihi maksimum tahunnya, jadi dihitung 0.")
    if jumlah := sum(satu.paling_sedikit for satu in terhitung):
        yield Catatan(
            "SKR619",
            f"Skor paling sedikit: {jumlah} inovasi dihitung dari baris yang bobotnya diketahui saja.",
        )
