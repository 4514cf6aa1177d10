"""Menyusun ``Laporan`` dari hasil penilaian dan hasil terbit; angka pokoknya tidak dihitung ulang."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from indeksinovasi.inti.ejaan import tanggal_id
from indeksinovasi.inti.hitung.ikhtisar import alasan_tanpa_indeks, persen_maksimum, rata_kematangan
from indeksinovasi.inti.laporan.antrean import daftar_antrean
from indeksinovasi.inti.laporan.deret import batas_predikat, susun_deret
from indeksinovasi.inti.laporan.perubahan import susun_perubahan
from indeksinovasi.inti.laporan.rinci import (
    Takaran,
    baris_spd_laporan,
    daftar_indikator,
    daftar_inovasi,
    daftar_opd,
    takaran,
)
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.model.banding import Perbandingan
from indeksinovasi.inti.model.batas_predikat import BatasPredikat, Jarak
from indeksinovasi.inti.model.berikut import BerikutLaporan
from indeksinovasi.inti.model.daerah import HasilTerbit, IdentitasDaerah
from indeksinovasi.inti.model.hasil import Hasil, HasilDasar, PerDasar
from indeksinovasi.inti.model.ketentuan import nilai_konstanta
from indeksinovasi.inti.model.laporan import (
    Komponen,
    KunciKomponen,
    Laporan,
    MetodeLaporan,
    NilaiLaporan,
    SkorDasar,
    UrusanLaporan,
)
from indeksinovasi.inti.model.metode import Metode
from indeksinovasi.inti.model.urusan import URUSAN

_TANPA_RENCANA = BerikutLaporan()


@dataclass(frozen=True, slots=True)
class BahanLaporan:
    """Semua yang dibaca untuk satu laporan.

    ``hasil`` ``None`` bila tahun itu hanya punya hasil terbit. ``tahun_lain``: hasil tahun-tahun sebelumnya
    untuk deret. ``metode_lain``: semuanya dinilai dengan satu metode yang diminta, bukan metode tahunnya.
    ``terbit`` boleh memuat tahun sesudah *tahun* (tidak ikut); ``metode``: metode tahun-tahunnya, bila ada.
    ``berikut``: langkah, jalan, susunan, dan risiko dari mesin rencana.
    """

    daerah: IdentitasDaerah
    tahun: int
    hasil: Hasil | None
    metode_lain: bool
    tahun_lain: tuple[Hasil, ...]
    terbit: tuple[HasilTerbit, ...]
    metode: Mapping[int, Metode]
    perbandingan: Perbandingan | None
    sidik_data: str
    banyak_berkas: int
    berikut: BerikutLaporan = _TANPA_RENCANA


def susun_laporan(bahan: BahanLaporan) -> Laporan:
    """Laporan satu daerah pada satu tahun; bahan yang sama menghasilkan laporan yang sama."""
    hasil = bahan.hasil
    dihitung = (*bahan.tahun_lain, *((hasil,) if hasil else ()))
    return Laporan(
        daerah=bahan.daerah,
        tahun=bahan.tahun,
        nilai=None if hasil is None else nilai_laporan(hasil, bahan.berikut, metode_lain=bahan.metode_lain),
        perubahan=susun_perubahan(bahan.perbandingan) if bahan.perbandingan else None,
        deret=susun_deret(bahan.tahun, dihitung, bahan.terbit, bahan.metode, metode_lain=bahan.metode_lain),
        sidik_data=bahan.sidik_data,
        banyak_berkas=bahan.banyak_berkas,
    )


def nilai_laporan(hasil: Hasil, berikut: BerikutLaporan, *, metode_lain: bool) -> NilaiLaporan:
    """Bagian laporan yang berasal dari catatan inovasi."""
    utama, metode, ukur = hasil.utama, hasil.metode, takaran(hasil)
    indikator, dinilai = daftar_indikator(hasil, ukur)
    minimal = nilai_konstanta(metode.rumus.urusan_wajib_minimal)
    return NilaiLaporan(
        metode=_metode(hasil, lain=metode_lain),
        dasar=hasil.dasar,
        satuan=ukur.satuan,
        skor=utama.skor,
        alasan_kosong=alasan_tanpa_indeks(hasil) if utama.skor is None else None,
        predikat=utama.predikat,
        predikat_mungkin=utama.predikat_mungkin,
        rentang=utama.rentang,
        paling_sedikit=hasil.paling_sedikit,
        persen_kematangan=persen_maksimum(hasil),
        jarak=jarak_predikat(utama, batas_predikat(metode)),
        komponen=tuple(_komponen(hasil, ukur)),
        pembagi=utama.rincian.pembagi,
        rata_kematangan=rata_kematangan(hasil),
        terhitung=hasil.jumlah["terhitung"],
        jumlah=tuple(hasil.jumlah.items()),
        asal_spd=hasil.spd.asal,
        spd=baris_spd_laporan(hasil),
        tiga_dasar=PerDasar(*(_dasar(satu, hasil) for satu in hasil.tiga_dasar)),
        baris_total=hasil.baris_total,
        baris_terverifikasi=hasil.baris_terverifikasi,
        berikut=berikut,
        antrean=daftar_antrean(hasil),
        opd=daftar_opd(hasil, ukur),
        inovasi=daftar_inovasi(hasil),
        indikator=indikator,
        terlemah=tuple(sorted(indikator, key=lambda satu: (-(satu.belum or NOL), satu.rata_tingkat))),
        dinilai_baris=dinilai,
        urusan=_urusan(hasil),
        urusan_minimal=None if minimal is None else int(minimal),
        urusan_terpenuhi=utama.rincian.urusan_terpenuhi,
        asumsi=hasil.asumsi,
        catatan=hasil.catatan,
    )


def jarak_predikat(utama: HasilDasar, batas: tuple[BatasPredikat, ...]) -> Jarak | None:
    """Jarak ke predikat terdekat di atas skor; ``None`` bila sudah tertinggi atau skornya tidak ada."""
    skor = utama.skor
    if skor is None:
        return None
    atas = [(satu.mulai, satu) for satu in batas if satu.mulai is not None and satu.mulai > skor]
    if not atas:
        return None
    mulai, terdekat = min(atas, key=lambda satu: satu[0])
    return Jarak(terdekat, mulai - skor)


def _komponen(hasil: Hasil, ukur: Takaran) -> list[Komponen]:
    utama, maksimum = hasil.utama, hasil.metode.maksimum
    masukan, rincian = utama.masukan, utama.rincian
    dijumlah = hasil.metode.rumus.sid.cara == "jumlah"
    isi: list[tuple[KunciKomponen, str, Fraction | None, Fraction | None]] = []
    if hasil.spd.asal != "tidak_diukur":
        isi.append(("spd", "SPD (Satuan Pemerintah Daerah)", masukan.spd, hasil.spd.maksimum))
    if dijumlah:
        isi.append(("kematangan", "SID: jumlah kematangan inovasi", masukan.jumlah_kematangan, None))
    else:
        isi.append(
            (
                "kematangan",
                "SID: jumlah kematangan ÷ pembagi",
                rincian.rata_rata,
                nilai_konstanta(maksimum.sid_indikator),
            )
        )
    if hasil.metode.rumus.jumlah_inovasi:
        isi.append(
            (
                "jumlah_inovasi",
                "SID: skor jumlah inovasi",
                rincian.skor_jumlah,
                nilai_konstanta(maksimum.jumlah_inovasi),
            )
        )
    isi.append(("total", "Skor total", rincian.total, rincian.maksimum))
    return [
        Komponen(
            kunci,
            nama,
            skor,
            penuh,
            None if skor is None else skor * ukur.per_skor,
            None if skor is None or penuh is None else (penuh - skor) * ukur.per_skor,
        )
        for kunci, nama, skor, penuh in isi
    ]


def _dasar(satu: HasilDasar, hasil: Hasil) -> SkorDasar:
    masukan, rincian = satu.masukan, satu.rincian
    return SkorDasar(
        satu.dasar,
        satu.dasar == hasil.dasar,
        satu.skor,
        satu.predikat,
        masukan.spd,
        masukan.jumlah_kematangan,
        rincian.rata_rata,
        rincian.sid,
    )


def _urusan(hasil: Hasil) -> tuple[UrusanLaporan, ...]:
    terhitung = [satu for satu in hasil.inovasi if satu.terhitung]
    return tuple(
        UrusanLaporan(
            kode, URUSAN[kode], tuple(satu.nama or satu.id for satu in terhitung if satu.urusan == kode)
        )
        for kode in hasil.metode.urusan_wajib
    )


def _metode(hasil: Hasil, *, lain: bool) -> MetodeLaporan:
    metode = hasil.metode
    # Jendela selalu milik tahun catatan, jadi jendela metode lain tidak berlaku di sini.
    jendela = None if lain else metode.kelayakan.penerapan
    return MetodeLaporan(
        tahun=metode.tahun,
        nama=metode.nama,
        revisi=metode.revisi,
        status=metode.status,
        keterangan=metode.keterangan,
        skala=metode.skala,
        lain=lain,
        dasar_hukum=metode.dasar_hukum,
        sumber=tuple(metode.sumber.values()),
        predikat=batas_predikat(metode),
        maksimum_total=hasil.utama.rincian.maksimum,
        maksimum_kematangan=nilai_konstanta(metode.maksimum.sid_indikator),
        jendela=(tanggal_id(jendela.mulai), tanggal_id(jendela.sampai)) if jendela else None,
        sidik=hasil.sidik,
    )
