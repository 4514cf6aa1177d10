"""Jalan termurah ke sebuah predikat bila tiap tingkat berbiaya satu: eksak tanpa pemecah.

Dengan harga yang sama bagi setiap tingkat, sekian tingkat yang nilainya terbesar selalu memberi kenaikan
terbesar, jadi biaya termurah adalah banyak terkecil yang jumlahnya cukup. Ini dihitung bagi tiap banyaknya
inovasi baru. Untuk harga lain, dan untuk memutus yang seri sampai pengenalnya, ada ``target``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.hitung.posisi import Butir, Posisi
from indeksinovasi.inti.hitung.rumus import terbulat
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.model.berikut import BarisJalan, InovasiAndaian, JalanLaporan, NaikLaporan
from indeksinovasi.inti.model.metode import Predikat
from indeksinovasi.inti.rencana.berikut import naikkan_kematangan
from indeksinovasi.inti.rencana.keadaan import Keadaan
from indeksinovasi.inti.rencana.penghalang import penghalang_target
from indeksinovasi.inti.rencana.ruang import BarisNaik, Ruang
from indeksinovasi.inti.rencana.soal import BARU_TERBANYAK, Kasus, SoalTarget, Syarat

_SETENGAH_SEN = Fraction(1, 200)


class _Termurah(NamedTuple):
    """``tingkat``: banyak tingkat yang dinaikkan, dari yang nilainya terbesar."""

    biaya: int
    tingkat: int
    kasus: Kasus
    nilai: Fraction

    @property
    def urutan(self) -> tuple[int, Fraction]:
        """Yang lebih murah lebih dulu, lalu yang indeksnya lebih tinggi."""
        return self.biaya, -self.nilai


def jalan_predikat(keadaan: Keadaan, ruang: Ruang, baru: InovasiAndaian | None) -> tuple[JalanLaporan, ...]:
    """Jalan ke predikat berikutnya dan ke yang terbaik; kosong bila sudah yang terbaik.

    Predikat yang batas bawahnya tidak diketahui dilewati.
    """
    skor = keadaan.posisi.skor
    if skor is None:
        return ()
    atas = [satu for satu in keadaan.posisi.metode.predikat if (satu.mulai.nilai or NOL) > skor]
    # Predikat urut dari yang terbaik; yang berikutnya paling akhir.
    tujuan = dict.fromkeys((*atas[-1:], *atas[:1]))
    pencari = _Pencari(keadaan, ruang, baru)
    return tuple(pencari.jalan(satu, skor) for satu in tujuan)


class _Pencari:
    def __init__(self, keadaan: Keadaan, ruang: Ruang, baru: InovasiAndaian | None) -> None:
        self._keadaan = keadaan
        self._ruang = ruang
        self._baru = baru
        posisi = keadaan.posisi
        poin = [satu.bobot for satu in ruang.baris] + ([baru.kematangan] if baru else [])
        self._rumus = posisi.cepat(poin)
        self._puncak = _naik(posisi, _semua_tingkat(ruang))
        # Banyak tingkat menurut nilainya: baris SID, lalu baris SPD yang dikalikan pembagi tiap kasus.
        self._tingkat = (Counter[int](), Counter[int]())
        for satu in ruang.baris:
            self._tingkat[satu.spd][self._rumus.bulat(satu.bobot)] += satu.puncak - satu.dari

    def jalan(self, predikat: Predikat, skor: Fraction) -> JalanLaporan:
        """Jalan ke *predikat*, tercapai atau tidak."""
        mulai = predikat.mulai.nilai
        assert mulai is not None
        soal = self._soal(mulai)
        tanpa = self._termurah(soal, 0)
        termurah = self._termurah(soal, BARU_TERBANYAK) if self._baru else tanpa
        langkah = tuple(self._langkah(soal, termurah)) if termurah else ()
        return JalanLaporan(
            predikat=predikat.nama,
            mulai=mulai,
            awal=skor,
            biaya=termurah.biaya if termurah else None,
            tanpa_baru=tanpa.biaya if tanpa else None,
            akhir=terbulat(termurah.nilai) if termurah else None,
            langkah=langkah,
            tertinggi=self._puncak.skor or NOL,
            penghalang=() if termurah else self._penghalang(),
            pilihan=self._pilihan() if any(s.jenis == "inovasi_baru" for s in langkah) else (),
        )

    def _penghalang(self) -> tuple[tuple[str, int], ...]:
        return tuple((satu.sebab, satu.banyak) for satu in penghalang_target(self._keadaan, self._ruang))

    def _soal(self, mulai: Fraction) -> SoalTarget:
        posisi, masukan = self._keadaan.posisi, self._keadaan.posisi.masukan
        return SoalTarget(
            ruang=self._ruang,
            utama=self._rumus,
            syarat=(Syarat(self._rumus, mulai - _SETENGAH_SEN),),
            kematangan=masukan.jumlah_kematangan,
            terhitung=masukan.terhitung,
            ditolak=masukan.ditolak,
            spd=masukan.spd or NOL,
            terisi=frozenset(posisi.urusan or ()),
            urusan_wajib=frozenset(posisi.metode.urusan_wajib),
        )

    def _termurah(self, soal: SoalTarget, paling_banyak: int) -> _Termurah | None:
        """Biaya termurah dengan paling banyak sekian inovasi baru; seri: indeks tertinggi."""
        terbaik: _Termurah | None = None
        harga = self._baru.biaya if self._baru else 0
        for banyak in range(paling_banyak + 1):
            if terbaik is not None and banyak * harga > terbaik.biaya:
                break
            satu = self._kasus(soal, banyak)
            if satu is not None and (terbaik is None or satu.urutan < terbaik.urutan):
                terbaik = satu
        return terbaik

    def _kasus(self, soal: SoalTarget, banyak: int) -> _Termurah | None:
        diisi = min(banyak, len(self._baru.urusan)) if self._baru else 0
        kasus = Kasus(banyak, len(soal.terisi) + diisi)
        bagi = soal.pembagi(self._rumus, kasus)
        if not bagi:
            return None
        dari_baru = banyak * self._rumus.bulat(self._baru.kematangan) if self._baru else 0
        kurang = soal.kurang(soal.syarat[0], kasus) - dari_baru
        tingkat = naik = 0
        for nilai, ada in self._menurut_nilai(bagi):
            pakai = min(ada, max(0, -((naik - kurang) // nilai)))
            tingkat, naik = tingkat + pakai, naik + pakai * nilai
        if naik < kurang:
            return None
        biaya = tingkat + banyak * (self._baru.biaya if self._baru else 0)
        return _Termurah(biaya, tingkat, kasus, soal.nilai(kasus, naik + dari_baru))

    def _menurut_nilai(self, bagi: int) -> list[tuple[int, int]]:
        """(kenaikan satu tingkat, banyak tingkat yang ada), dari yang terbesar."""
        sid, spd = self._tingkat
        ada = sid + Counter({nilai * bagi: banyak for nilai, banyak in spd.items()})
        return sorted(ada.items(), reverse=True)

    def _nilai_tingkat(self, satu: BarisNaik, bagi: int) -> int:
        return self._rumus.bulat(satu.bobot) * (bagi if satu.spd else 1)

    def _langkah(self, soal: SoalTarget, termurah: _Termurah) -> Iterator[BarisJalan]:
        bagi = soal.pembagi(self._rumus, termurah.kasus)
        posisi = self._keadaan.posisi
        for kelompok in self._kelompok(termurah, bagi):
            if isinstance(kelompok, int):
                posisi = self._dengan_baru(posisi, kelompok)
                yield self._baris_baru(kelompok, posisi)
            else:
                posisi = _naik(posisi, kelompok)
                yield self._baris_naik(kelompok, posisi)

    def _kelompok(self, termurah: _Termurah, bagi: int) -> list[dict[BarisNaik, int] | int]:
        """Kelompok baris (→ tingkat yang naik) dari yang paling hemat; inovasi baru sebagai banyaknya."""
        milik: dict[tuple[str, str], dict[BarisNaik, int]] = {}
        for satu, naik in self._pilih_baris(termurah.tingkat, bagi):
            kunci = ("spd" if satu.spd else "sid", satu.indikator)
            milik.setdefault(kunci, {})[satu] = naik
        urut: list[dict[BarisNaik, int] | int] = list(milik.values())
        banyak = termurah.kasus.baru
        if banyak:
            urut.insert(self._letak_baru(list(milik.values()), banyak, bagi), banyak)
        return urut

    def _letak_baru(self, kelompok: Sequence[Mapping[BarisNaik, int]], banyak: int, bagi: int) -> int:
        assert self._baru is not None
        awal = self._keadaan.posisi.nilai or NOL
        sesudah = self._dengan_baru(self._keadaan.posisi, banyak).nilai or NOL
        hemat = (sesudah - awal) / (banyak * self._baru.biaya)
        per_poin = Fraction(1) if self._rumus.maksimum is None else Fraction(100, self._rumus.maksimum)
        nilai = (self._nilai_tingkat(next(iter(satu)), bagi) * per_poin / bagi for satu in kelompok)
        return sum(satu >= hemat for satu in nilai)

    def _pilih_baris(self, tingkat: int, bagi: int) -> Iterator[tuple[BarisNaik, int]]:
        """Baris yang dinaikkan; yang seri: OPD yang sudah tersentuh, lalu OPD dengan tingkat terbanyak."""
        sisa = tingkat
        disentuh: set[str] = {""}
        menurut: dict[int, list[BarisNaik]] = {}
        for satu in self._ruang.baris:
            menurut.setdefault(self._nilai_tingkat(satu, bagi), []).append(satu)
        for nilai in sorted(menurut, reverse=True):
            ada: Counter[str] = Counter()
            for satu in menurut[nilai]:
                ada[satu.opd] += satu.puncak - satu.dari
            urut = sorted(menurut[nilai], key=lambda s: (s.opd not in disentuh, -ada[s.opd], s))
            for satu in urut:
                naik = min(sisa, satu.puncak - satu.dari)
                if not naik:
                    return
                sisa -= naik
                disentuh.add(satu.opd)
                yield satu, naik

    def _dengan_baru(self, posisi: Posisi, banyak: int) -> Posisi:
        assert self._baru is not None
        urusan = (*self._baru.urusan, *[None] * banyak)[:banyak]
        isi = {f"+{n}": Butir("terhitung", self._baru.kematangan, satu) for n, satu in enumerate(urusan)}
        return posisi.ganti(isi)

    def _baris_baru(self, banyak: int, posisi: Posisi) -> BarisJalan:
        assert self._baru is not None
        return BarisJalan("inovasi_baru", "", banyak, banyak * self._baru.biaya, posisi.skor or NOL, ())

    def _baris_naik(self, kelompok: Mapping[BarisNaik, int], posisi: Posisi) -> BarisJalan:
        satu = next(iter(kelompok))
        keadaan = self._keadaan
        tabel = keadaan.tabel_spd if satu.spd else keadaan.peraturan.sid
        indikator = tabel.baris[satu.indikator]
        naik = tuple(
            NaikLaporan(
                id=baris.id,
                nama=indikator.nama if baris.spd else keadaan.nilai[baris.id].nama or baris.id,
                opd=baris.opd,
                indikator=baris.indikator,
                dari=baris.dari,
                ke=baris.dari + tambah,
                bukti=indikator.bukti,
                tinggal_bukti=baris.klaim >= baris.dari + tambah,
            )
            for baris, tambah in sorted(kelompok.items())
        )
        return BarisJalan(
            jenis="spd" if satu.spd else "tingkat",
            nama=indikator.nama,
            banyak=len(naik),
            biaya=sum(kelompok.values()),
            skor=posisi.skor or NOL,
            naik=naik,
        )

    def _pilihan(self) -> tuple[str, ...]:
        assert self._baru is not None
        dasar = f"{self._baru.biaya}@{self._baru.kematangan}"
        return (dasar, *(f"{dasar}:{kode}" for kode in self._baru.urusan))


def _semua_tingkat(ruang: Ruang) -> dict[BarisNaik, int]:
    return {satu: satu.puncak - satu.dari for satu in ruang.baris}


def _naik(posisi: Posisi, kelompok: Mapping[BarisNaik, int]) -> Posisi:
    poin: dict[str, Fraction] = {}
    spd = posisi.masukan.spd or NOL
    for satu, tambah in kelompok.items():
        if satu.spd:
            spd += satu.bobot * tambah
        else:
            poin[satu.id] = poin.get(satu.id, NOL) + satu.bobot * tambah
    if any(satu.spd for satu in kelompok):
        posisi = posisi.dengan_spd(spd)
    return naikkan_kematangan(posisi, poin)
