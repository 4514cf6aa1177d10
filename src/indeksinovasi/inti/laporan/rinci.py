"""Tabel rinci laporan: OPD, inovasi, indikator, dan SPD, dengan sumbangan dan nilai yang belum diraih."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.hitung.antrean import poin_menunggu
from indeksinovasi.inti.hitung.ikhtisar import rata_indikator
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.model.dasar import TINGKAT_TERTINGGI
from indeksinovasi.inti.model.hasil import Hasil, NilaiBaris, NilaiInovasi, PerDasar
from indeksinovasi.inti.model.laporan import (
    BarisSpd,
    IndikatorLaporan,
    InovasiLaporan,
    OpdLaporan,
    Satuan,
    Sel,
)
from indeksinovasi.inti.model.metode import Indikator
from indeksinovasi.inti.model.urusan import URUSAN

_TANPA_BARIS = Sel(None, None, False)


class Takaran(NamedTuple):
    """Nilai satu poin kematangan inovasi, dan satu poin skor daerah (SPD, rata-rata), dalam ``satuan``."""

    satuan: Satuan
    per_kematangan: Fraction
    per_skor: Fraction


def takaran(hasil: Hasil) -> Takaran:
    """Poin indeks bila indeks terdefinisi, poin pada skala absolut, selain itu poin kematangan rata-rata."""
    rincian = hasil.utama.rincian
    pembagi = Fraction(1) if hasil.metode.rumus.sid.cara == "jumlah" else Fraction(max(rincian.pembagi, 1))
    if hasil.absolut:
        return Takaran("poin", 1 / pembagi, Fraction(1))
    if rincian.indeks is None or rincian.maksimum is None:
        return Takaran("poin kematangan", 1 / pembagi, Fraction(1))
    per_skor = 100 / rincian.maksimum
    return Takaran("poin indeks", per_skor / pembagi, per_skor)


def daftar_opd(hasil: Hasil, ukur: Takaran) -> tuple[OpdLaporan, ...]:
    """OPD menurut sumbangan, yang terbesar lebih dulu.

    Jumlah sumbangan semua OPD dan SPD tepat sama dengan skor yang belum dibulatkan.
    """
    tertulis = Counter(satu.opd for satu in hasil.inovasi)
    terhitung = hasil.jumlah["terhitung"]
    per_inovasi = hasil.utama.rincian.skor_jumlah * ukur.per_skor / terhitung if terhitung else NOL
    ruas = _ruas(hasil, ukur, per_inovasi)
    semua = (
        OpdLaporan(
            kode=satu.kode,
            nama=satu.nama,
            terdaftar=satu.terdaftar,
            tertulis=tertulis[satu.kode],
            jumlah_inovasi=satu.jumlah_inovasi,
            target=satu.target,
            terpenuhi=satu.terpenuhi,
            rata_rata=satu.rata_rata,
            sumbangan=satu.jumlah_inovasi * ((satu.rata_rata or NOL) * ukur.per_kematangan + per_inovasi),
            ruas=tuple(sorted(ruas.get(satu.kode, ()), reverse=True)),
        )
        for satu in hasil.opd
    )
    return tuple(sorted(semua, key=lambda satu: (-satu.sumbangan, satu.nama, satu.kode)))


def _ruas(hasil: Hasil, ukur: Takaran, per_inovasi: Fraction) -> dict[str, list[Fraction]]:
    """Sumbangan tiap inovasi terhitung, menurut OPD-nya."""
    menurut: dict[str, list[Fraction]] = {}
    for satu in hasil.inovasi:
        if satu.terhitung and satu.kematangan:
            nilai = satu.kematangan[hasil.nomor_dasar] * ukur.per_kematangan + per_inovasi
            menurut.setdefault(satu.opd, []).append(nilai)
    return menurut


def daftar_inovasi(hasil: Hasil) -> tuple[InovasiLaporan, ...]:
    """Semua catatan: yang terhitung menurut kematangan, lalu yang tidak terhitung menurut golongan."""
    nomor = hasil.nomor_dasar
    urutan = ("terhitung", "tidak_layak", "ditolak", "draf", "tak_terbaca")

    def kunci(satu: NilaiInovasi) -> tuple[int, Fraction, str]:
        return urutan.index(satu.golongan), -(satu.kematangan[nomor] if satu.kematangan else NOL), satu.id

    nama_opd = {satu.kode: satu.nama for satu in hasil.opd}
    kode = [satu.kode for satu in indikator_dibaca(hasil)]
    bila = {satu.id: satu.skor_bila_diterima for satu in hasil.tidak_layak}
    return tuple(
        _inovasi(urut, satu, nomor, nama_opd.get(satu.opd, satu.opd), kode, bila.get(satu.id))
        for urut, satu in enumerate(sorted(hasil.inovasi, key=kunci), 1)
    )


def _inovasi(
    urut: int, satu: NilaiInovasi, nomor: int, opd: str, kode: list[str], bila: Fraction | None
) -> InovasiLaporan:
    baris = {milik.kode: milik for milik in satu.baris}
    nilai: PerDasar[Fraction] | PerDasar[None] = satu.kematangan or PerDasar.sama(None)
    tanpa_sel = satu.siap_pakai or satu.kematangan is None
    return InovasiLaporan(
        nomor=urut,
        id=satu.id,
        nama=satu.nama or satu.id,
        opd=opd,
        status=satu.status,
        golongan=satu.golongan,
        urusan=URUSAN.get(satu.urusan) if satu.urusan else None,
        kematangan=nilai[nomor],
        klaim=nilai.klaim,
        berbukti=nilai.berbukti,
        terverifikasi=nilai.terverifikasi,
        menunggu=poin_menunggu(satu.baris),
        siap_pakai=satu.siap_pakai,
        paling_sedikit=satu.paling_sedikit,
        sel=() if tanpa_sel else tuple(_sel(baris.get(k), nomor) for k in kode),
        alasan=satu.alasan,
        skor_bila_diterima=bila,
        keraguan=satu.catatan,
    )


def _sel(baris: NilaiBaris | None, nomor: int) -> Sel:
    if baris is None:
        return _TANPA_BARIS
    return Sel(baris.tingkat[nomor], baris.tingkat.klaim, _tanpa_bukti(baris))


def _tanpa_bukti(baris: NilaiBaris) -> bool:
    return baris.tingkat.klaim > 0 and baris.tingkat.berbukti == 0


def daftar_indikator(hasil: Hasil, ukur: Takaran) -> tuple[tuple[IndikatorLaporan, ...], int]:
    """Indikator SID menurut urutan tabel, dan banyaknya inovasi terhitung yang dinilai dari barisnya."""
    dinilai = [satu for satu in hasil.inovasi if satu.dari_baris]
    if not dinilai:
        return (), 0
    rata = {satu.kode: satu.tingkat for satu in rata_indikator(hasil)}
    semua = tuple(
        _indikator(
            indikator,
            [b for satu in dinilai for b in satu.baris if b.kode == indikator.kode],
            rata,
            len(dinilai),
            ukur,
        )
        for indikator in indikator_dibaca(hasil)
    )
    return semua, len(dinilai)


def indikator_dibaca(hasil: Hasil) -> tuple[Indikator, ...]:
    """Indikator SID menurut urutan tabel; yang tanpa bobot hanya bila ada catatan yang mengisinya."""
    diisi = {baris.kode for satu in hasil.inovasi for baris in satu.baris}
    return tuple(satu for satu in hasil.metode.aspek("sid") if satu.bobot is not None or satu.kode in diisi)


def _indikator(
    indikator: Indikator, baris: list[NilaiBaris], rata: dict[str, Fraction], dinilai: int, ukur: Takaran
) -> IndikatorLaporan:
    tingkat = rata[indikator.kode]
    poin = None if indikator.bobot is None else indikator.bobot * (TINGKAT_TERTINGGI - tingkat) * dinilai
    return IndikatorLaporan(
        nomor=indikator.nomor,
        kode=indikator.kode,
        nama=indikator.nama,
        bobot=indikator.bobot,
        rata_tingkat=tingkat,
        ditulis=len(baris),
        diklaim=sum(satu.tingkat.klaim > 0 for satu in baris),
        tanpa_bukti=sum(map(_tanpa_bukti, baris)),
        belum=None if poin is None else poin * ukur.per_kematangan,
        bukti=indikator.bukti,
    )


def baris_spd_laporan(hasil: Hasil) -> tuple[BarisSpd, ...]:
    """Baris SPD pada dasar terpilih, menurut urutan tabel."""
    nomor = hasil.nomor_dasar
    tabel = {satu.kode: satu.nomor for satu in hasil.metode.aspek("spd")}
    return tuple(
        BarisSpd(
            nomor=tabel.get(satu.kode, ""),
            nama=satu.nama,
            bobot=satu.bobot,
            tingkat=satu.tingkat[nomor],
            klaim=satu.tingkat.klaim,
            skor=satu.skor(nomor),
        )
        for satu in hasil.spd.baris
    )
