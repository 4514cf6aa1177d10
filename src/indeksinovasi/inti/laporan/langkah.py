"""Langkah yang menaikkan skor: pengandaian yang dihitung dengan rumus tahun itu, hal lain tetap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction

from indeksinovasi.inti.hitung.posisi import Posisi, posisi_hasil
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.model.hasil import DASAR, Hasil, NilaiBaris, NilaiInovasi
from indeksinovasi.inti.model.laporan import AntreanOpd, LangkahLaporan, Pelaku
from indeksinovasi.inti.model.metode import TINGKAT_TERTINGGI
from indeksinovasi.inti.model.urusan import URUSAN

_KLAIM, _BERBUKTI, _TERVERIFIKASI = range(len(DASAR))


def daftar_langkah(hasil: Hasil) -> tuple[LangkahLaporan, ...]:
    """Langkah yang menaikkan skor, yang terbesar lebih dulu; tambahannya tidak dapat dijumlahkan."""
    semua = (satu for satu in _calon(hasil) if satu.tambahan > 0)
    return tuple(sorted(semua, key=lambda satu: (-satu.tambahan, satu.jenis, satu.nama)))


def daftar_antrean(hasil: Hasil) -> tuple[AntreanOpd, ...]:
    """Baris yang belum tuntas menurut OPD; kosong bila tidak ada."""
    verifikasi, bukti = _banyak_baris(hasil, menunggu), _banyak_baris(hasil, tanpa_bukti)
    nama = {satu.kode: satu.nama for satu in hasil.opd}
    semua = (AntreanOpd(nama.get(kode, kode), verifikasi[kode], bukti[kode]) for kode in verifikasi | bukti)
    return tuple(sorted(semua, key=lambda satu: (-satu.belum_verifikasi - satu.tanpa_bukti, satu.nama)))


def _calon(hasil: Hasil) -> Iterator[LangkahLaporan]:
    skor = hasil.utama.skor
    if skor is None:
        return
    yield from _urusan_wajib(hasil, skor)
    yield from _kelayakan(hasil, skor)
    yield from _spd(hasil, skor)
    if hasil.dasar != "klaim":
        yield from _bukti(hasil)
        yield from _verifikasi(hasil)


def _skor_bila(posisi: Posisi) -> Fraction:
    """Skor *posisi* pengandaian; ada karena skor hasilnya sendiri ada."""
    skor = posisi.skor
    assert skor is not None
    return skor


def _urusan_wajib(hasil: Hasil, skor: Fraction) -> Iterator[LangkahLaporan]:
    posisi = posisi_hasil(hasil)
    minimal = posisi.tetap.urusan_minimal
    if minimal is None or hasil.utama.rincian.urusan_terpenuhi is not False:
        return
    andai = _skor_bila(posisi.dengan_urusan(int(minimal)))
    kosong = tuple(URUSAN[kode] for kode in hasil.metode.urusan_wajib if kode not in hasil.urusan_terisi)
    banyak = int(minimal) - len(hasil.urusan_terisi)
    yield LangkahLaporan("urusan_wajib", banyak, kosong, andai, andai - skor, hasil.dasar)


def _kelayakan(hasil: Hasil, skor: Fraction) -> Iterator[LangkahLaporan]:
    """Setiap inovasi yang belum layak, sendiri-sendiri."""
    nama = {satu.kode: satu.nama for satu in hasil.opd}
    for satu in hasil.inovasi:
        if satu.golongan == "tidak_layak":
            andai = _skor_bila(posisi_hasil(hasil).golongkan([satu.id], "terhitung"))
            oleh = (Pelaku(nama.get(satu.opd, satu.opd), 1),)
            yield LangkahLaporan(
                "kelayakan", 1, (satu.nama or satu.id,), andai, andai - skor, hasil.dasar, oleh
            )


def _spd(hasil: Hasil, skor: Fraction) -> Iterator[LangkahLaporan]:
    """Baris SPD yang masih dapat bergerak tahun ini, bila menjadi tingkat 3; yang tinggal bukti dilewati."""
    posisi, nomor = posisi_hasil(hasil), hasil.nomor_dasar
    tabel = {satu.kode: satu for satu in hasil.metode.aspek("spd")}
    for baris in hasil.spd.baris:
        indikator = tabel.get(baris.kode)
        bergerak = indikator is not None and indikator.kalender is not None and indikator.kalender.bergerak
        belum = TINGKAT_TERTINGGI - baris.tingkat[nomor]
        tinggal_bukti = baris.tingkat[nomor] < baris.tingkat[_KLAIM]
        if indikator is None or not bergerak or not belum or tinggal_bukti or baris.bobot is None:
            continue
        if posisi.masukan.spd is None:
            continue
        andai = _skor_bila(posisi.dengan_spd(posisi.masukan.spd + baris.bobot * belum))
        uraian = indikator.tingkat.get(3, "") if indikator.tingkat else ""
        yield LangkahLaporan("spd", 1, (baris.nama, uraian), andai, andai - skor, hasil.dasar)


def _bukti(hasil: Hasil) -> Iterator[LangkahLaporan]:
    """Seandainya semua baris yang diklaim mendapat bukti, pada dasar berbukti."""
    skor, andai = hasil.tiga_dasar[_BERBUKTI].skor, hasil.tiga_dasar[_KLAIM].skor
    oleh, daerah = _pelaku(hasil, tanpa_bukti), sum(map(tanpa_bukti, hasil.spd.baris))
    banyak = sum(satu.banyak for satu in oleh) + daerah
    if skor is not None and andai is not None and banyak:
        yield LangkahLaporan("bukti", banyak, (), andai, andai - skor, "berbukti", oleh, daerah)


def _verifikasi(hasil: Hasil) -> Iterator[LangkahLaporan]:
    """Seandainya semua baris berbukti yang belum diperiksa disetujui, pada dasar terverifikasi.

    Yang sudah diperiksa dan dinilai lebih rendah tetap menurut pemeriksa.
    """
    skor = hasil.tiga_dasar[_TERVERIFIKASI].skor
    oleh, daerah = _pelaku(hasil, menunggu), sum(map(menunggu, hasil.spd.baris))
    banyak = sum(satu.banyak for satu in oleh) + daerah
    if skor is None or not banyak:
        return
    posisi = posisi_hasil(hasil._replace(dasar="terverifikasi"))
    tambah = {satu.id: poin_menunggu(satu.baris) for satu in _dinilai(hasil)}
    posisi = posisi.ganti(
        {
            kenal: posisi.butir[kenal]._replace(kematangan=posisi.butir[kenal].kematangan + poin)
            for kenal, poin in tambah.items()
            if poin
        }
    )
    if daerah and posisi.masukan.spd is not None:
        posisi = posisi.dengan_spd(posisi.masukan.spd + poin_menunggu(hasil.spd.baris))
    andai = _skor_bila(posisi)
    yield LangkahLaporan(
        "verifikasi", banyak, _terbanyak(hasil, tambah), andai, andai - skor, "terverifikasi", oleh, daerah
    )


def menunggu(baris: NilaiBaris) -> bool:
    """Berbukti, tetapi belum diperiksa."""
    return baris.tingkat[_BERBUKTI] > 0 and not baris.terverifikasi


def tanpa_bukti(baris: NilaiBaris) -> bool:
    """Diklaim, tetapi tingkatnya belum berbukti."""
    return baris.tingkat[_BERBUKTI] < baris.tingkat[_KLAIM]


def poin_menunggu(baris: Iterable[NilaiBaris]) -> Fraction:
    """Poin berbukti yang belum diperiksa."""
    return sum((satu.skor(_BERBUKTI) or NOL for satu in baris if menunggu(satu)), NOL)


def _pelaku(hasil: Hasil, pilih: Callable[[NilaiBaris], bool]) -> tuple[Pelaku, ...]:
    nama = {satu.kode: satu.nama for satu in hasil.opd}
    urut = sorted(_banyak_baris(hasil, pilih).items(), key=lambda satu: (-satu[1], satu[0]))
    return tuple(Pelaku(nama.get(kode, kode), banyak) for kode, banyak in urut)


def _banyak_baris(hasil: Hasil, pilih: Callable[[NilaiBaris], bool]) -> Counter[str]:
    """Banyak baris inovasi terhitung yang terpilih, menurut OPD."""
    banyak: Counter[str] = Counter()
    for satu in _dinilai(hasil):
        if terpilih := sum(map(pilih, satu.baris)):
            banyak[satu.opd] += terpilih
    return banyak


def _terbanyak(hasil: Hasil, tambah: Mapping[str, Fraction]) -> tuple[str, ...]:
    """Nama inovasi dengan tambahan terbesar."""
    semua = [(tambah[satu.id], satu.nama or satu.id) for satu in _dinilai(hasil) if tambah[satu.id]]
    return tuple(nama for _, nama in sorted(semua, key=lambda s: (-s[0], s[1]))[:4])


def _dinilai(hasil: Hasil) -> Iterable[NilaiInovasi]:
    return (satu for satu in hasil.inovasi if satu.terhitung and not satu.siap_pakai)
