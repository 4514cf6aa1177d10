"""Langkah berikutnya, masing-masing dinilai sendiri dengan mesin pengandaian; yang paling hemat lebih dulu.

Biayanya bawaan ``rencana target``: satu tiap tingkat. Mengurus kelayakan atau penolakan sebuah inovasi
dihitung satu.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from math import floor

from indeksinovasi.inti.hitung.antrean import (
    menunggu,
    poin_menunggu,
    tanpa_bukti,
    tingkat_menunggu,
    tingkat_tanpa_bukti,
)
from indeksinovasi.inti.hitung.posisi import Butir, Posisi, posisi_hasil
from indeksinovasi.inti.model.berikut import InovasiAndaian, LangkahLaporan, Pelaku
from indeksinovasi.inti.model.dasar import TINGKAT_TERTINGGI
from indeksinovasi.inti.model.hasil import NilaiBaris, NilaiInovasi
from indeksinovasi.inti.model.rencana import DaftarBiaya
from indeksinovasi.inti.model.urusan import URUSAN
from indeksinovasi.inti.rencana.keadaan import Keadaan
from indeksinovasi.inti.rencana.ruang import BarisNaik, Ruang, susun_ruang
from indeksinovasi.inti.rencana.susun import semua_calon


def ruang_bawaan(keadaan: Keadaan) -> Ruang:
    """Semua baris yang masih dapat naik menurut kalender, satu biaya tiap tingkat."""
    return susun_ruang(keadaan, DaftarBiaya(), (), kalender=True)


def langkah_berikut(
    keadaan: Keadaan, ruang: Ruang, baru: InovasiAndaian | None
) -> tuple[LangkahLaporan, ...]:
    """Langkah yang menaikkan skor: verifikasi lebih dulu (dasarnya lain), lalu tambahan tiap biaya terbesar.

    Tiap tambahan dihitung sendiri; jumlahnya tidak berarti.
    """
    skor = keadaan.posisi.skor
    if skor is None:
        return ()
    penyusun = _Penyusun(keadaan, ruang, skor)
    semua = [satu for satu in penyusun.semua(baru) if satu.tambahan > 0]
    return tuple(
        sorted(semua, key=lambda s: (s.jenis != "verifikasi", -s.hemat, -s.tambahan, s.jenis, s.nama))
    )


def inovasi_andaian(keadaan: Keadaan) -> InovasiAndaian | None:
    """Inovasi baru yang wajar: berkematangan rata-rata; ``None`` bila itu tidak dapat ditakar."""
    posisi = keadaan.posisi
    masukan, minimal = posisi.masukan, posisi.tetap.urusan_minimal
    if not masukan.terhitung:
        return None
    kematangan = Fraction(floor(masukan.jumlah_kematangan / masukan.terhitung))
    biaya = _tingkat_tersedikit(keadaan, kematangan)
    if biaya is None:
        return None
    terisi = posisi.urusan or {}
    kosong = tuple(kode for kode in posisi.metode.urusan_wajib if kode not in terisi)
    perlu = 0 if minimal is None else max(0, -int(-minimal // 1) - len(terisi))
    return InovasiAndaian(kematangan, max(biaya, 1), kosong[:perlu] if perlu <= len(kosong) else ())


def _tingkat_tersedikit(keadaan: Keadaan, kematangan: Fraction) -> int | None:
    """Banyak tingkat paling sedikit yang berjumlah *kematangan*; ``None`` bila tabelnya tidak sampai."""
    bobot = [satu.bobot for satu in keadaan.peraturan.sid.baris.values() if satu.bobot is not None]
    kurang, banyak = kematangan, 0
    for satu in sorted(bobot, reverse=True):
        for _ in range(TINGKAT_TERTINGGI):
            if kurang <= 0:
                return banyak
            kurang -= satu
            banyak += 1
    return banyak if kurang <= 0 else None


class _Penyusun:
    def __init__(self, keadaan: Keadaan, ruang: Ruang, skor: Fraction) -> None:
        self._keadaan = keadaan
        self._ruang = ruang
        self._skor = skor
        self._posisi = keadaan.posisi
        self._nama_opd = {satu.kode: satu.nama for satu in keadaan.hasil.opd}

    def semua(self, baru: InovasiAndaian | None) -> Iterator[LangkahLaporan]:
        """Semua calon langkah, juga yang tidak menambah apa-apa."""
        yield from self._spd()
        yield from self._tingkat()
        yield from self._kelayakan()
        if baru is not None:
            yield from self._inovasi_baru(baru)
        if self._keadaan.hasil.dasar != "klaim":
            yield from self._bukti()
            yield from self._verifikasi()

    def _selisih(self, posisi: Posisi) -> tuple[Fraction, Fraction]:
        skor = posisi.skor
        assert skor is not None  # ada karena skor sekarang ada
        return skor, skor - self._skor

    def _yang_naik(self) -> Iterator[BarisNaik]:
        """Baris yang perlu dikerjakan; yang tinggal bukti menjadi langkah tersendiri."""
        return (satu for satu in self._ruang.baris if satu.klaim <= satu.dari)

    def _spd(self) -> Iterator[LangkahLaporan]:
        tabel, masukan = self._keadaan.tabel_spd, self._posisi.masukan
        for satu in self._yang_naik():
            if not satu.spd or masukan.spd is None:
                continue
            indikator = tabel.baris[satu.indikator]
            naik = satu.puncak - satu.dari
            skor, tambah = self._selisih(self._posisi.dengan_spd(masukan.spd + satu.bobot * naik))
            uraian = indikator.uraian_tingkat.get(satu.puncak, "")
            nama = (indikator.nama, uraian)
            dasar = self._keadaan.hasil.dasar
            yield LangkahLaporan("spd", 1, nama, skor, tambah, dasar, naik, ke=satu.puncak)

    def _tingkat(self) -> Iterator[LangkahLaporan]:
        """Tiap indikator SID: semua inovasi terhitung yang barisnya masih dapat naik."""
        milik: dict[str, list[BarisNaik]] = {}
        for satu in self._yang_naik():
            if not satu.spd:
                milik.setdefault(satu.indikator, []).append(satu)
        for kode, semua in milik.items():
            poin = {s.id: s.bobot * (s.puncak - s.dari) for s in semua}
            skor, tambah = self._selisih(naikkan_kematangan(self._posisi, poin))
            yield LangkahLaporan(
                "tingkat",
                len(semua),
                (self._keadaan.peraturan.sid.baris[kode].nama,),
                skor,
                tambah,
                self._keadaan.hasil.dasar,
                sum(s.puncak - s.dari for s in semua),
                self._pelaku(Counter(s.opd for s in semua)),
            )

    def _kelayakan(self) -> Iterator[LangkahLaporan]:
        """Tiap inovasi yang tidak layak, ditolak, atau masih draf, seandainya diterima."""
        draf_layak = {kenal for kenal, satu in semua_calon(self._keadaan).items() if satu.alasan is None}
        for kenal, satu in self._keadaan.nilai.items():
            boleh = satu.golongan in ("tidak_layak", "ditolak") or (
                satu.golongan == "draf" and kenal in draf_layak
            )
            if not boleh or satu.kematangan is None:
                continue
            skor, tambah = self._selisih(self._posisi.golongkan([kenal], "terhitung"))
            yield LangkahLaporan(
                "kelayakan",
                1,
                (satu.nama or satu.id,),
                skor,
                tambah,
                self._keadaan.hasil.dasar,
                1,
                (Pelaku(self._nama_opd.get(satu.opd, satu.opd), 1),),
                golongan=satu.golongan,
            )

    def _inovasi_baru(self, baru: InovasiAndaian) -> Iterator[LangkahLaporan]:
        """Satu inovasi baru; bila urusan wajib kurang, sebanyak yang mengisinya."""
        nama = tuple(URUSAN[kode] for kode in baru.urusan)
        for urusan in dict.fromkeys([(None,), baru.urusan or (None,)]):
            isi = {f"+{n}": Butir("terhitung", baru.kematangan, satu) for n, satu in enumerate(urusan)}
            skor, tambah = self._selisih(self._posisi.ganti(isi))
            yield LangkahLaporan(
                "inovasi_baru",
                len(urusan),
                nama if urusan[0] else (),
                skor,
                tambah,
                self._keadaan.hasil.dasar,
                baru.biaya * len(urusan),
                kematangan=baru.kematangan,
            )

    def _bukti(self) -> Iterator[LangkahLaporan]:
        """Seandainya semua baris yang diklaim mendapat bukti, pada dasar berbukti."""
        hasil = self._keadaan.hasil
        skor, andai = hasil.tiga_dasar.berbukti.skor, hasil.tiga_dasar.klaim.skor
        oleh, daerah = self._pelaku(self._banyak_baris(tanpa_bukti)), sum(map(tanpa_bukti, hasil.spd.baris))
        banyak = sum(satu.banyak for satu in oleh) + daerah
        if skor is None or andai is None or not banyak:
            return
        biaya = sum(tingkat_tanpa_bukti(satu.baris) for satu in self._dinilai())
        biaya += tingkat_tanpa_bukti(hasil.spd.baris)
        yield LangkahLaporan("bukti", banyak, (), andai, andai - skor, "berbukti", biaya, oleh, daerah)

    def _verifikasi(self) -> Iterator[LangkahLaporan]:
        """Seandainya semua baris berbukti yang belum diperiksa disetujui, pada dasar terverifikasi.

        Yang sudah diperiksa dan dinilai lebih rendah tetap menurut pemeriksa.
        """
        hasil = self._keadaan.hasil
        skor = hasil.tiga_dasar.terverifikasi.skor
        oleh, daerah = self._pelaku(self._banyak_baris(menunggu)), sum(map(menunggu, hasil.spd.baris))
        banyak = sum(satu.banyak for satu in oleh) + daerah
        if skor is None or not banyak:
            return
        poin = {satu.id: poin_menunggu(satu.baris) for satu in self._dinilai()}
        posisi = naikkan_kematangan(posisi_hasil(hasil._replace(dasar="terverifikasi")), poin)
        if daerah and posisi.masukan.spd is not None:
            posisi = posisi.dengan_spd(posisi.masukan.spd + poin_menunggu(hasil.spd.baris))
        andai = posisi.skor
        assert andai is not None
        biaya = sum(tingkat_menunggu(satu.baris) for satu in self._dinilai())
        yield LangkahLaporan(
            "verifikasi",
            banyak,
            _terbanyak(self._dinilai(), poin),
            andai,
            andai - skor,
            "terverifikasi",
            biaya + tingkat_menunggu(hasil.spd.baris),
            oleh,
            daerah,
        )

    def _dinilai(self) -> list[NilaiInovasi]:
        return [s for s in self._keadaan.nilai.values() if s.terhitung and not s.siap_pakai]

    def _banyak_baris(self, pilih: Callable[[NilaiBaris], bool]) -> Counter[str]:
        """Banyak baris inovasi terhitung yang terpilih, menurut OPD."""
        banyak: Counter[str] = Counter()
        for satu in self._dinilai():
            if terpilih := sum(map(pilih, satu.baris)):
                banyak[satu.opd] += terpilih
        return banyak

    def _pelaku(self, banyak: Counter[str]) -> tuple[Pelaku, ...]:
        urut = sorted(banyak.items(), key=lambda satu: (-satu[1], satu[0]))
        return tuple(Pelaku(self._nama_opd.get(kode, kode), jumlah) for kode, jumlah in urut)


def naikkan_kematangan(posisi: Posisi, poin: Mapping[str, Fraction]) -> Posisi:
    """Posisi sesudah kematangan tiap inovasi bertambah *poin*-nya."""
    return posisi.ganti(
        {
            kenal: posisi.butir[kenal]._replace(kematangan=posisi.butir[kenal].kematangan + tambah)
            for kenal, tambah in poin.items()
            if tambah
        }
    )


def _terbanyak(semua: Iterable[NilaiInovasi], tambah: Mapping[str, Fraction]) -> tuple[str, ...]:
    """Nama inovasi dengan tambahan terbesar."""
    bernilai = [(tambah[satu.id], satu.nama or satu.id) for satu in semua if tambah[satu.id]]
    return tuple(nama for _, nama in sorted(bernilai, key=lambda s: (-s[0], s[1]))[:4])
