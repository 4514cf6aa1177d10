"""Seberapa jauh indeks masih dapat turun bila sebagian bukti gagal: bahan undian dan ringkasan hasilnya.

Baris yang gagal jatuh ke tingkat 0 tetapi inovasinya tetap dihitung; inovasi yang ditolak hanya tinggal
menjadi pembagi. Undiannya sendiri dilakukan di luar modul ini, dengan bilangan bulat 32 bit.
"""

from __future__ import annotations

import posixpath
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from math import ceil
from typing import Literal, NamedTuple

from indeksinovasi.inti.hitung.kematangan import TabelTahun
from indeksinovasi.inti.hitung.rumus import predikat, terbulat
from indeksinovasi.inti.hitung.rumus_bulat import RumusBulat
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.model.hasil import NilaiBaris, NilaiInovasi
from indeksinovasi.inti.model.inovasi import Entri
from indeksinovasi.inti.model.metode import Metode
from indeksinovasi.inti.rencana.andai import Titik, titik
from indeksinovasi.inti.rencana.keadaan import Keadaan
from indeksinovasi.inti.rencana.ubahan import SPD

PELUANG_ANDAIAN = Fraction(1, 10)
KORELASI_ANDAIAN = Fraction(3, 10)
BOBOT_ANDAIAN = 10
"""Peluang andaian setara dengan sepuluh baris yang sudah diperiksa."""
RUANG_UNDIAN = 1 << 32
_RENTAN = 20
_TITIK = 20

SumberPeluang = Literal["ditetapkan", "verifikasi", "andaian"]


class PermintaanRisiko(NamedTuple):
    """``peluang`` ``None``: dari verifikasi daerah itu sendiri, atau andaian bila belum ada."""

    undian: int = 10_000
    bibit: int = 1
    peluang: Fraction | None = None
    korelasi: Fraction | None = None
    tolak: Fraction = NOL


class PeluangGagal(NamedTuple):
    """Peluang tiap indikator gagal, dan dari mana asalnya."""

    sumber: SumberPeluang
    umum: Fraction
    diperiksa: int
    gagal: int
    indikator: Mapping[str, Fraction]


class BarisRisiko(NamedTuple):
    """Satu baris bertingkat di atas 0. ``skor`` dalam satuan rumus; ``poin`` poin indeks yang hilang bila ia
    gagal; ``catatan`` letak inovasinya, -1 untuk SPD; ``dokumen`` -1 bila tanpa dokumen.
    """

    id: str
    indikator: str
    skor: int
    poin: Fraction
    ambang: int
    catatan: int
    dokumen: int
    opd: int


class CatatanRisiko(NamedTuple):
    """Satu inovasi terhitung: kematangannya dalam satuan rumus, dan urusan wajib yang diisinya."""

    id: str
    kematangan: int
    urusan: str | None


@dataclass(frozen=True, slots=True)
class SoalRisiko:
    """Semua yang diundi, dan rumus yang menilainya. ``golongan``: banyak dokumen, OPD, dan indikator."""

    rumus: RumusBulat
    baris: tuple[BarisRisiko, ...]
    catatan: tuple[CatatanRisiko, ...]
    spd: int
    ditolak: int
    golongan: tuple[int, int, int]
    nomor_indikator: tuple[int, ...]
    korelasi: Fraction
    tolak: Fraction
    peluang: PeluangGagal


class Jatuh(NamedTuple):
    """Hasil satu undian dalam satuan rumus, dan berapa inovasi yang ditolak serta urusan yang tersisa."""

    kematangan: int
    spd: int
    ditolak: int
    urusan: int


class HasilRisiko(NamedTuple):
    """Kuantil, rata-rata, dan peluang tiap predikat; ``titik``: dua puluh kuantil di tengah tiap 5 %."""

    sekarang: Titik
    permintaan: PermintaanRisiko
    korelasi: Fraction
    peluang: PeluangGagal
    p05: Fraction
    p50: Fraction
    p95: Fraction
    rata_rata: Fraction
    titik: tuple[Fraction, ...]
    predikat: tuple[tuple[str | None, Fraction], ...]
    rentan: tuple[BarisRisiko, ...]
    banyak_baris: int


def susun_soal_risiko(keadaan: Keadaan, permintaan: PermintaanRisiko) -> SoalRisiko:
    """Baris dan catatan yang diundi, urut menurut pengenal lalu indikator (SPD terakhir)."""
    peluang = _peluang(keadaan, permintaan)
    terhitung = [satu for _, satu in sorted(keadaan.nilai.items()) if satu.terhitung]
    posisi = keadaan.posisi
    rumus = posisi.cepat(_bobot(keadaan))
    penyusun = _Penyusun(keadaan, rumus, peluang)
    for nomor, satu in enumerate(terhitung):
        penyusun.tambah_catatan(nomor, satu)
    penyusun.tambah_spd()
    baris = tuple(sorted(penyusun.baris))
    indikator = {kode: nomor for nomor, kode in enumerate(sorted({satu.indikator for satu in baris}))}
    return SoalRisiko(
        rumus=rumus,
        baris=baris,
        catatan=tuple(
            CatatanRisiko(
                satu.id,
                rumus.bulat(posisi.butir[satu.id].kematangan),
                satu.urusan if satu.urusan in posisi.metode.urusan_wajib else None,
            )
            for satu in terhitung
        ),
        spd=rumus.bulat(posisi.masukan.spd or NOL),
        ditolak=posisi.masukan.ditolak,
        golongan=(len(penyusun.dokumen), len(penyusun.opd), len(indikator)),
        nomor_indikator=tuple(indikator[satu.indikator] for satu in baris),
        korelasi=KORELASI_ANDAIAN if permintaan.korelasi is None else permintaan.korelasi,
        tolak=permintaan.tolak,
        peluang=peluang,
    )


def _bobot(keadaan: Keadaan) -> Iterable[Fraction]:
    semua = (*keadaan.peraturan.sid.baris.values(), *keadaan.tabel_spd.baris.values())
    return (satu.bobot for satu in semua if satu.bobot is not None)


def ambang_undian(peluang: Fraction) -> int:
    """Undian di bawah bilangan ini berarti kejadian: ⌊peluang × 2³²⌋."""
    return int(peluang * RUANG_UNDIAN)


class _Penyusun:
    def __init__(self, keadaan: Keadaan, rumus: RumusBulat, peluang: PeluangGagal) -> None:
        self._keadaan = keadaan
        self._rumus = rumus
        self._peluang = peluang
        masukan = keadaan.posisi.masukan
        self._bagi = max(rumus.pembagi(masukan.terhitung, masukan.ditolak), 1)
        maksimum = rumus.maksimum
        self._per_poin = Fraction(1) if maksimum is None else Fraction(100 * rumus.satuan, maksimum)
        self.baris: list[BarisRisiko] = []
        self.dokumen: dict[str, int] = {}
        self.opd: dict[str, int] = {}

    def tambah_catatan(self, nomor: int, satu: NilaiInovasi) -> None:
        """Baris-baris satu inovasi; kematangan siap pakai tidak ikut diundi."""
        inovasi = self._keadaan.rekaman[satu.id].inovasi
        if inovasi is None or satu.siap_pakai:
            return
        folder = satu.id.rpartition("/")[0]
        sid = self._keadaan.peraturan.sid
        self._tambah(satu.baris, sid, inovasi.indikator, satu.id, nomor, satu.opd, folder)

    def tambah_spd(self) -> None:
        """Baris-baris SPD; total SPD tidak ikut diundi."""
        keadaan = self._keadaan
        if keadaan.spd is not None and keadaan.spd_berbaris:
            self._tambah(
                keadaan.nilai_spd.baris,
                keadaan.tabel_spd,
                keadaan.spd.indikator,
                SPD,
                -1,
                "",
                str(keadaan.tahun),
            )

    def _tambah(
        self,
        semua: Iterable[NilaiBaris],
        tabel: TabelTahun,
        entri: Mapping[str, Entri],
        kenal: str,
        nomor: int,
        opd: str,
        folder: str,
    ) -> None:
        for satu in semua:
            bobot = tabel.baris[satu.kode].bobot
            tingkat = satu.tingkat[self._keadaan.nomor]
            if bobot is None or not tingkat:
                continue
            skor = bobot * tingkat
            dokumen = _dokumen(entri[satu.kode], folder)
            self.baris.append(
                BarisRisiko(
                    id=kenal,
                    indikator=satu.kode,
                    skor=self._rumus.bulat(skor),
                    poin=skor * self._per_poin / (1 if kenal == SPD else self._bagi),
                    ambang=ambang_undian(self._peluang.indikator.get(satu.kode, self._peluang.umum)),
                    catatan=nomor,
                    dokumen=-1 if dokumen is None else self.dokumen.setdefault(dokumen, len(self.dokumen)),
                    opd=self.opd.setdefault(opd, len(self.opd)),
                )
            )


def _dokumen(entri: Entri, folder: str) -> str | None:
    """Pengenal dokumen pertama sebuah baris: nomor naskahnya, berkasnya, atau tautannya."""
    for satu in entri.bukti:
        if not satu.terisi:
            continue
        if satu.nomor:
            return f"nomor {satu.nomor} {satu.tanggal}"
        if satu.berkas:
            return posixpath.normpath(posixpath.join(folder, satu.berkas))
        return satu.tautan
    return None


def _peluang(keadaan: Keadaan, permintaan: PermintaanRisiko) -> PeluangGagal:
    """Peluang gagal: yang ditetapkan, atau dari verifikasi daerah itu yang ditarik ke arah rata-ratanya."""
    if permintaan.peluang is not None:
        return PeluangGagal("ditetapkan", permintaan.peluang, 0, 0, {})
    diperiksa: Counter[str] = Counter()
    gagal: Counter[str] = Counter()
    for satu in _baris_diperiksa(keadaan):
        diperiksa[satu.kode] += 1
        gagal[satu.kode] += satu.tingkat.terverifikasi < satu.tingkat.klaim
    banyak, jatuh = diperiksa.total(), gagal.total()
    umum = _tarik(jatuh, banyak, PELUANG_ANDAIAN)
    kode = (*keadaan.peraturan.sid.baris, *keadaan.tabel_spd.baris)
    return PeluangGagal(
        sumber="verifikasi" if banyak else "andaian",
        umum=umum,
        diperiksa=banyak,
        gagal=jatuh,
        indikator={satu: _tarik(gagal[satu], diperiksa[satu], umum) for satu in kode},
    )


def _baris_diperiksa(keadaan: Keadaan) -> Iterable[NilaiBaris]:
    """Baris berklaim yang sudah diverifikasi, dari SPD dan semua inovasi yang terbaca."""
    semua: list[Sequence[NilaiBaris]] = [keadaan.nilai_spd.baris]
    semua += [satu.baris for satu in keadaan.nilai.values() if not satu.siap_pakai]
    return (b for baris in semua for b in baris if b.terverifikasi and b.tingkat.klaim > 0)


def _tarik(gagal: int, banyak: int, dasar: Fraction) -> Fraction:
    return (gagal + BOBOT_ANDAIAN * dasar) / (banyak + BOBOT_ANDAIAN)


class _Sebaran:
    """Banyaknya tiap nilai yang terundi, dari yang terkecil."""

    def __init__(self, soal: SoalRisiko, undian: Mapping[Jatuh, int]) -> None:
        banyak: Counter[Fraction] = Counter()
        for jatuh, kali in undian.items():
            banyak[_nilai(soal, jatuh)] += kali
        self._banyak = sorted(banyak.items())
        self._sampai = list(accumulate(kali for _, kali in self._banyak))
        self._semua = self._sampai[-1]

    def kuantil(self, bagian: Fraction) -> Fraction:
        return terbulat(self._banyak[bisect_left(self._sampai, ceil(bagian * self._semua))][0])

    def rata_rata(self) -> Fraction:
        return terbulat(sum((nilai * kali for nilai, kali in self._banyak), NOL) / self._semua)

    def predikat(self, metode: Metode) -> Iterator[tuple[str | None, Fraction]]:
        """Peluang tiap predikat, dari yang terbaik; tanpa predikat hanya bila terjadi."""
        menurut: Counter[str | None] = Counter()
        for nilai, kali in self._banyak:
            menurut[predikat(metode, terbulat(nilai))] += kali
        yield from ((satu.nama, Fraction(menurut[satu.nama], self._semua)) for satu in metode.predikat)
        if menurut[None]:
            yield None, Fraction(menurut[None], self._semua)


def ringkas_risiko(
    keadaan: Keadaan, soal: SoalRisiko, permintaan: PermintaanRisiko, undian: Mapping[Jatuh, int]
) -> HasilRisiko:
    """Sebaran indeks dari banyaknya tiap hasil undian; kuantil ke-q adalah nilai eksak ke-⌈qN⌉ terkecil."""
    sebaran = _Sebaran(soal, undian)
    return HasilRisiko(
        sekarang=titik(keadaan),
        permintaan=permintaan,
        korelasi=soal.korelasi,
        peluang=soal.peluang,
        p05=sebaran.kuantil(Fraction(5, 100)),
        p50=sebaran.kuantil(Fraction(50, 100)),
        p95=sebaran.kuantil(Fraction(95, 100)),
        rata_rata=sebaran.rata_rata(),
        titik=tuple(sebaran.kuantil(Fraction(2 * nomor + 1, 2 * _TITIK)) for nomor in range(_TITIK)),
        predikat=tuple(sebaran.predikat(keadaan.posisi.metode)),
        rentan=tuple(sorted(soal.baris, key=lambda s: (-s.poin, s.id, s.indikator))[:_RENTAN]),
        banyak_baris=len(soal.baris),
    )


def _nilai(soal: SoalRisiko, satu: Jatuh) -> Fraction:
    pembilang, penyebut = soal.rumus.ukuran(
        satu.kematangan, len(soal.catatan) - satu.ditolak, soal.ditolak + satu.ditolak, satu.urusan, satu.spd
    )
    # Tanpa satu inovasi pun yang tersisa, tahun tanpa pembagi minimal tidak punya indeks: dihitung 0.
    return Fraction(pembilang, penyebut) if penyebut else NOL
