"""Target termurah: rencana, pemeriksaannya pada catatan yang sungguh diubah, dan yang menghalanginya."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil
from typing import Literal, NamedTuple

from indeksinovasi.inti.hitung.posisi import Posisi
from indeksinovasi.inti.hitung.rumus import Ketetapan, ketetapan, ketetapan_terburuk
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.model.metode import Metode
from indeksinovasi.inti.model.rencana import DaftarBiaya
from indeksinovasi.inti.rencana.andai import Titik, titik
from indeksinovasi.inti.rencana.cari import cari_termurah
from indeksinovasi.inti.rencana.kasus import Isi
from indeksinovasi.inti.rencana.keadaan import Keadaan, terapkan_ubahan
from indeksinovasi.inti.rencana.penghalang import Penghalang, penghalang_target
from indeksinovasi.inti.rencana.program import Pemecah
from indeksinovasi.inti.rencana.ruang import BarisNaik, InovasiBaru, Ruang, susun_ruang
from indeksinovasi.inti.rencana.soal import BIAYA_TERLEBAR, SoalTarget, Syarat
from indeksinovasi.inti.rencana.ubahan import GalatRencana, SetelTingkat

JenisLangkah = Literal["tingkat", "spd", "inovasi_baru"]
_SETENGAH_SEN = Fraction(1, 200)


class GalatTarget(GalatRencana):
    """Target yang tidak dapat direncanakan."""


class PermintaanTarget(NamedTuple):
    """``predikat`` atau ``indeks`` yang dituju. ``pasti``: harus bertahan pada setiap kemungkinan asumsi."""

    predikat: str | None
    indeks: Fraction | None
    biaya: DaftarBiaya
    baru: tuple[InovasiBaru, ...] = ()
    pasti: bool = False
    kalender: bool = True


class SkorTujuan(NamedTuple):
    """Skor terbulat yang dituju; ``pasti`` skor yang harus dicapai menurut kemungkinan batas tertinggi."""

    nama: str | None
    skor: Fraction
    pasti: Fraction


class LangkahTarget(NamedTuple):
    """Satu langkah. ``skor``: skor terbulat sesudah langkah ini dan semua sebelumnya; ``uraian``: bunyi
    tingkat tujuannya.

    ``tinggal_bukti``: sudah diklaim setinggi itu. ``bersama``: naskah yang biayanya ditanggung langkah
    pertamanya.
    """

    jenis: JenisLangkah
    id: str | None
    indikator: str | None
    nama: str
    opd: str | None
    dari: int | None
    ke: int | None
    jumlah: int
    kematangan: Fraction | None
    urusan: str | None
    biaya: Fraction
    hari: int | None
    oleh: str | None
    uraian: str | None
    bukti: str | None
    tinggal_bukti: bool
    bersama: str | None
    skor: Fraction


class RencanaTarget(NamedTuple):
    """Rencana yang sudah diperiksa. ``bertahan``: tercapai pada setiap asumsi dan tanpa pembulatan."""

    langkah: tuple[LangkahTarget, ...]
    biaya: Fraction
    batas_bawah: Fraction
    akhir: Titik
    bertahan: bool


class HasilTarget(NamedTuple):
    """``rencana`` ``None`` bila target tidak tercapai. ``rencana_pasti`` ada bila ``rencana`` tidak bertahan
    tetapi rencana lain bertahan. ``tertinggi``: semua baris yang masih dapat naik berada di puncaknya.
    ``berinovasi_baru``: inovasi baru diizinkan.
    """

    tujuan: SkorTujuan
    sekarang: Titik
    rencana: RencanaTarget | None
    rencana_pasti: RencanaTarget | None
    tertinggi: Titik
    penghalang: tuple[Penghalang, ...]
    berinovasi_baru: bool


def rencanakan_target(keadaan: Keadaan, permintaan: PermintaanTarget, pecahkan: Pemecah) -> HasilTarget:
    """Rencana termurah menuju target; ``GalatTarget`` bila targetnya sendiri tidak diketahui."""
    tujuan = tujuan_target(keadaan.posisi.metode, permintaan)
    ruang = susun_ruang(keadaan, permintaan.biaya, permintaan.baru, kalender=permintaan.kalender)
    pencari = _Pencari(keadaan, ruang, tujuan, pecahkan)
    rencana = pencari.cari(pasti=permintaan.pasti)
    pasti = None
    if rencana is not None and not rencana.bertahan:
        pasti = pencari.cari(pasti=True)
    return HasilTarget(
        tujuan=tujuan,
        sekarang=titik(keadaan),
        rencana=rencana,
        rencana_pasti=pasti,
        tertinggi=titik(_di_puncak(keadaan, ruang)),
        penghalang=() if rencana else tuple(penghalang_target(keadaan, ruang)),
        berinovasi_baru=bool(permintaan.baru),
    )


def tujuan_target(metode: Metode, permintaan: PermintaanTarget) -> SkorTujuan:
    """Skor yang dituju menurut predikat atau indeks yang diminta."""
    if permintaan.predikat is None:
        assert permintaan.indeks is not None
        skor = Fraction(ceil(permintaan.indeks * 100), 100)
        return SkorTujuan(None, skor, skor)
    diminta = permintaan.predikat.strip().casefold()
    satu = next((satu for satu in metode.predikat if satu.nama.casefold() == diminta), None)
    if satu is None:
        ada = ", ".join(f'"{satu.nama}"' for satu in metode.predikat)
        raise GalatTarget(f'Predikat "{permintaan.predikat}" tidak dikenal.', f"Predikat tahun ini: {ada}.")
    if satu.mulai.nilai is None:
        raise GalatTarget(
            f"Batas bawah predikat {satu.nama} tahun {metode.tahun} tidak diketahui.",
            "Sebut skornya dengan --indeks.",
        )
    mungkin = [nilai for nilai in satu.mulai.kemungkinan if nilai is not None]
    return SkorTujuan(satu.nama, satu.mulai.nilai, max(satu.mulai.nilai, *mungkin, NOL))


class _Pencari:
    def __init__(self, keadaan: Keadaan, ruang: Ruang, tujuan: SkorTujuan, pecahkan: Pemecah) -> None:
        self._keadaan = keadaan
        self._ruang = ruang
        self._tujuan = tujuan
        self._pecahkan = pecahkan
        metode = keadaan.posisi.metode
        # Yang terburuk mewakili semua kemungkinan lain; yang utama menentukan skor yang ditampilkan.
        self._tetap = tuple(dict.fromkeys((ketetapan(metode), ketetapan_terburuk(metode))))

    def cari(self, *, pasti: bool) -> RencanaTarget | None:
        """Rencana termurah; *pasti* menuntut setiap kemungkinan asumsi dan tanpa pembulatan."""
        keadaan, tujuan = self._keadaan, self._tujuan
        if pasti:
            syarat = [self._syarat(tetap, tujuan.pasti) for tetap in self._tetap]
        else:
            syarat = [self._syarat(keadaan.posisi.tetap, tujuan.skor - _SETENGAH_SEN)]
        soal = self._soal(syarat)
        if soal.biaya_terlebar > BIAYA_TERLEBAR:
            raise GalatTarget(
                f"Biaya terbesar lebih dari {BIAYA_TERLEBAR} kali selisih terkecil antarbiaya.",
                "Bulatkan biayanya, misalnya ke ribuan.",
            )
        termurah = cari_termurah(soal, self._pecahkan)
        if termurah is None:
            return None
        langkah, akhir = _jalankan(keadaan, self._ruang, termurah.isi)
        dinilai = titik(akhir)
        bertahan = all(self._tercapai(akhir.posisi, tetap) for tetap in self._tetap)
        if dinilai.skor is None or dinilai.skor < tujuan.skor or (pasti and not bertahan):
            raise ArithmeticError("rencana tidak mencapai targetnya ketika catatannya dinilai ulang")
        return RencanaTarget(langkah, termurah.biaya, termurah.batas_bawah, dinilai, bertahan)

    def _tercapai(self, posisi: Posisi, tetap: Ketetapan) -> bool:
        nilai = posisi.dengan_tetap(tetap).nilai
        return nilai is not None and nilai >= self._tujuan.pasti

    def _poin(self) -> Iterator[Fraction]:
        yield from (satu.bobot for satu in self._ruang.baris)
        yield from (satu.kematangan for satu in self._ruang.baru)

    def _syarat(self, tetap: Ketetapan, butuh: Fraction) -> Syarat:
        return Syarat(self._keadaan.posisi.dengan_tetap(tetap).cepat(self._poin()), butuh)

    def _soal(self, syarat: Sequence[Syarat]) -> SoalTarget:
        posisi = self._keadaan.posisi
        masukan = posisi.masukan
        return SoalTarget(
            ruang=self._ruang,
            utama=posisi.cepat(self._poin()),
            syarat=tuple(syarat),
            kematangan=masukan.jumlah_kematangan,
            terhitung=masukan.terhitung,
            ditolak=masukan.ditolak,
            spd=masukan.spd or NOL,
            terisi=frozenset(posisi.urusan or ()),
            urusan_wajib=frozenset(posisi.metode.urusan_wajib),
        )


def _ubahan(satu: BarisNaik, ke: int) -> SetelTingkat:
    return SetelTingkat(f"{satu.id}:{satu.indikator}={ke}", satu.id, satu.indikator, ke)


def _di_puncak(keadaan: Keadaan, ruang: Ruang) -> Keadaan:
    for satu in ruang.baris:
        keadaan = terapkan_ubahan(keadaan, _ubahan(satu, satu.puncak))
    return keadaan


class _Calon(NamedTuple):
    """Langkah sebelum diurutkan: kenaikan kira-kira tiap biaya, lalu indikatornya, menentukan urutannya."""

    hemat: Fraction
    urut: tuple[int, str, str]
    langkah: LangkahTarget
    ubahan: SetelTingkat | None


def _jalankan(keadaan: Keadaan, ruang: Ruang, isi: Isi) -> tuple[tuple[LangkahTarget, ...], Keadaan]:
    """Terapkan rencana langkah demi langkah, yang paling hemat dahulu; catat skor sesudah tiap langkah."""
    calon = sorted(
        (*_calon_naik(keadaan, ruang, isi), *_calon_baru(keadaan, ruang, isi)),
        key=lambda satu: (-satu.hemat, satu.urut),
    )
    dibayar: set[str] = set()
    langkah = []
    for satu in calon:
        isi_langkah = satu.langkah
        if satu.ubahan is not None:
            keadaan = terapkan_ubahan(keadaan, satu.ubahan)
        else:
            assert isi_langkah.kematangan is not None
            keadaan = keadaan.tambah(isi_langkah.jumlah, isi_langkah.kematangan, isi_langkah.urusan)
        if isi_langkah.bersama is not None:
            if isi_langkah.bersama in dibayar:
                isi_langkah = isi_langkah._replace(biaya=NOL)
            dibayar.add(isi_langkah.bersama or "")
        skor = keadaan.posisi.skor
        langkah.append(isi_langkah._replace(skor=NOL if skor is None else skor))
    return tuple(langkah), keadaan


class _Harga(NamedTuple):
    """Yang dibayar satu kenaikan: langkahnya sendiri, atau ``naskah`` yang menaikkan beberapa baris."""

    biaya: Fraction
    hari: int | None
    oleh: str | None
    naskah: str | None = None


def _harga(ruang: Ruang, baris: BarisNaik, ke: int, biaya: Fraction, bersama: int | None) -> _Harga:
    if bersama is not None:
        naskah = ruang.bersama[bersama]
        return _Harga(naskah.biaya, naskah.hari, naskah.oleh, naskah.nama)
    tujuan = next((satu for satu in baris.tujuan if satu.ke == ke), None)
    return _Harga(biaya, tujuan.hari, tujuan.oleh) if tujuan else _Harga(biaya, None, None)


def _calon_naik(keadaan: Keadaan, ruang: Ruang, isi: Isi) -> Iterator[_Calon]:
    bagi = keadaan.posisi.cepat().pembagi(
        keadaan.posisi.masukan.terhitung + sum(isi.baru), keadaan.posisi.masukan.ditolak
    )
    hemat_bersama = _hemat_bersama(ruang, isi, bagi)
    for nomor, (ke, biaya, bersama) in isi.naik.items():
        satu = ruang.baris[nomor]
        harga = _harga(ruang, satu, ke, biaya, bersama)
        tabel = keadaan.tabel_spd if satu.spd else keadaan.peraturan.sid
        indikator = tabel.baris[satu.indikator]
        langkah = LangkahTarget(
            jenis="spd" if satu.spd else "tingkat",
            id=satu.id,
            indikator=satu.indikator,
            nama=indikator.nama,
            opd=satu.opd or None,
            dari=satu.dari,
            ke=ke,
            jumlah=1,
            kematangan=None,
            urusan=None,
            biaya=harga.biaya,
            hari=harga.hari,
            oleh=harga.oleh,
            uraian=indikator.uraian_tingkat.get(ke),
            bukti=indikator.bukti,
            tinggal_bukti=satu.klaim >= ke,
            bersama=harga.naskah,
            skor=NOL,
        )
        hemat = _hemat(_naik_poin(satu, ke, bagi), biaya) if bersama is None else hemat_bersama[bersama]
        urut = (0 if satu.spd else 2, satu.indikator, satu.id)
        yield _Calon(hemat, urut, langkah, _ubahan(satu, ke))


def _hemat_bersama(ruang: Ruang, isi: Isi, bagi: int) -> dict[int, Fraction]:
    naik: dict[int, Fraction] = {}
    for nomor, (ke, _, bersama) in isi.naik.items():
        if bersama is not None:
            naik[bersama] = naik.get(bersama, NOL) + _naik_poin(ruang.baris[nomor], ke, bagi)
    return {bersama: _hemat(poin, ruang.bersama[bersama].biaya) for bersama, poin in naik.items()}


def _naik_poin(satu: BarisNaik, ke: int, bagi: int) -> Fraction:
    return satu.bobot * (ke - satu.dari) / (1 if satu.spd else max(bagi, 1))


def _hemat(poin: Fraction, biaya: Fraction) -> Fraction:
    """Poin tiap biaya; langkah gratis mendahului semuanya."""
    return poin / biaya if biaya else poin * 10**9


def _calon_baru(keadaan: Keadaan, ruang: Ruang, isi: Isi) -> Iterator[_Calon]:
    awal = keadaan.posisi.nilai or NOL
    for nomor, (satu, banyak) in enumerate(zip(ruang.baru, isi.baru, strict=True)):
        if not banyak:
            continue
        sesudah = keadaan.tambah(banyak, satu.kematangan, satu.urusan).posisi.nilai or NOL
        langkah = LangkahTarget(
            jenis="inovasi_baru",
            id=None,
            indikator=None,
            nama=satu.teks,
            opd=None,
            dari=None,
            ke=None,
            jumlah=banyak,
            kematangan=satu.kematangan,
            urusan=satu.urusan,
            biaya=satu.biaya * banyak,
            hari=None,
            oleh=None,
            uraian=None,
            bukti=None,
            tinggal_bukti=False,
            bersama=None,
            skor=NOL,
        )
        yield _Calon(_hemat(sesudah - awal, satu.biaya * banyak), (1, "", f"{nomor:03}"), langkah, None)
