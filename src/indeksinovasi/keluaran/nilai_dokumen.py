"""Penilaian sebagai dokumen: jawaban, dari mana angkanya, siapa menyumbang, apa yang diandaikan, lalu langkah
berikutnya.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.hitung.ikhtisar import (
    baris_menunggu_verifikasi,
    baris_tanpa_bukti,
    batas_sekitar,
)
from indeksinovasi.inti.model.angka import rentang_nyata
from indeksinovasi.inti.model.hasil import Asumsi, Hasil, HasilDasar, NilaiInovasi
from indeksinovasi.keluaran.dokumen import (
    Alinea,
    Bagan,
    BarisBagan,
    BarisTabel,
    Blok,
    DaftarButir,
    DaftarPerintah,
    Dokumen,
    Judul,
    Kalimat,
    Kolom,
    Potong,
    Praformat,
    RincianLabel,
    Tabel,
    kalimat,
    satu_alinea,
    sel,
)
from indeksinovasi.keluaran.nilai_kata import kalimat_akibat, peran_predikat
from indeksinovasi.keluaran.nilai_rinci import baris_turunan, turunan_rumus
from indeksinovasi.keluaran.nilai_tabel import tabel_asal, tabel_opd
from indeksinovasi.keluaran.teks import (
    NAMA_GOLONGAN,
    NAMA_INDEKS,
    angka,
    angka_rapi,
    bernama_indeks,
    rentang_skor,
)


def dokumen_nilai(
    hasil: Hasil, *, rinci: bool, semua: bool = False, lanjut: tuple[str, str, str] | None = None
) -> Dokumen:
    """Dokumen satu daerah, folder OPD, atau berkas.

    *semua*: tabel semua inovasi walau tidak *rinci*. *lanjut*: perintah validasi, susun, dan target.
    """
    return tuple(_blok(hasil, rinci=rinci, semua=semua, lanjut=lanjut))


def _blok(hasil: Hasil, *, rinci: bool, semua: bool, lanjut: tuple[str, str, str] | None) -> Iterator[Blok]:
    daerah = hasil.lingkup == "daerah"
    yield _judul(hasil)
    if daerah:
        yield from _jawaban(hasil)
        yield from tabel_asal(hasil)
        yield from tabel_opd(hasil)
    if rinci or semua or not daerah:
        yield _tabel_inovasi(hasil)
    yield from _tidak_dihitung(hasil)
    if rinci or not daerah:
        yield Praformat(tuple(baris_turunan(hasil))[1:])
    yield from _asumsi(hasil, rinci=rinci)
    yield from _catatan(hasil)
    if daerah and lanjut:
        yield from _lanjut(hasil, *lanjut)


def _judul(hasil: Hasil) -> Judul:
    metode = hasil.metode
    status = f"r{metode.revisi} · {metode.status}"
    if not bernama_indeks(metode.nama):
        return Judul(kalimat(f"{hasil.daerah.nama} · {metode.nama}"), 1, f"catatan {hasil.tahun} · {status}")
    sama = metode.nama == f"{NAMA_INDEKS} {hasil.tahun}"
    sebut = f"metode {metode.tahun if sama else metode.nama}"
    return Judul(kalimat(f"{hasil.daerah.nama} · {NAMA_INDEKS} {hasil.tahun}"), 1, f"{sebut} {status}")


def _jawaban(hasil: Hasil) -> Iterator[Blok]:
    yield RincianLabel(((_skor(hasil), tuple(_jarak(hasil)) or ((),)),))
    yield Alinea((_tiga_dasar(hasil),), 2)
    if bagan := _bagan(hasil):
        yield bagan
    if hasil.baris_terverifikasi and (kurang := _terverifikasi_kurang(hasil)):
        yield satu_alinea(Potong(kurang, "turun"), inden=2, rapat=True)


def _skor(hasil: Hasil, sebutan: str = "") -> Kalimat:
    utama = hasil.utama
    if utama.skor is None:
        return kalimat(
            sebutan, Potong("belum dapat dihitung" if sebutan else "indeks belum dapat dihitung", "angka")
        )
    sedikit = hasil.paling_sedikit
    predikat = utama.predikat or ("predikat belum pasti" if hasil.metode.predikat else "")
    return kalimat(
        sebutan,
        "paling sedikit " if sedikit else "",
        Potong(angka(utama.skor), "angka"),
        "  ",
        Potong(predikat if sebutan else predikat.upper(), peran_predikat(utama.predikat)),
        "  ",
    )


def _jarak(hasil: Hasil) -> Iterator[Kalimat]:
    """Jarak ke batas predikatnya sendiri dan ke predikat berikutnya."""
    skor, batas = hasil.utama.skor, batas_sekitar(hasil)
    if skor is not None and batas.milik:
        nama, mulai = batas.milik
        yield kalimat(Potong(angka(skor - mulai), "angka"), f" di atas batas {nama} ({angka(mulai)})")
    if skor is not None and batas.berikut:
        nama, mulai = batas.berikut
        yield kalimat(Potong(angka(mulai - skor), "angka"), f" lagi ke {nama} ({angka(mulai)})")
    if hasil.utama.predikat is None and len(hasil.utama.predikat_mungkin) > 1:
        yield kalimat(f"mungkin {' atau '.join(hasil.utama.predikat_mungkin)}")


def _tiga_dasar(hasil: Hasil) -> Kalimat:
    bagian: list[Potong] = []
    for urutan, satu in enumerate(hasil.tiga_dasar):
        bagian.append(Potong(" · " if urutan else ""))
        terpilih = satu.dasar == hasil.dasar
        bagian.append(Potong(f"{satu.dasar} {angka(satu.skor)}", "angka" if terpilih else "biasa"))
    bagian.append(Potong(f" ({hasil.baris_terverifikasi} dari {hasil.baris_total} baris)"))
    return tuple(bagian)


def _bagan(hasil: Hasil) -> Bagan | None:
    if hasil.absolut or any(satu.skor is None for satu in hasil.tiga_dasar):
        return None
    baris = tuple(
        BarisBagan(
            satu.dasar,
            (Potong(angka(satu.skor), "turun" if _di_bawah(satu, hasil) else "biasa"),),
            satu.skor or Fraction(0),
            terpilih=satu.dasar == hasil.dasar,
        )
        for satu in hasil.tiga_dasar
    )
    batas = sorted(mulai for satu in hasil.metode.predikat if (mulai := satu.mulai.nilai) and mulai > 1)
    return Bagan("Indeks menurut dasar penilaian", baris, tuple(batas), Fraction(100))


def _di_bawah(satu: HasilDasar, hasil: Hasil) -> bool:
    """Skor dasar itu di bawah batas predikat dasar terpilih."""
    milik = batas_sekitar(hasil).milik
    return milik is not None and satu.skor is not None and satu.skor < milik[1]


def _terverifikasi_kurang(hasil: Hasil) -> str | None:
    milik = batas_sekitar(hasil).milik
    if milik is None or not _di_bawah(hasil.tiga_dasar.terverifikasi, hasil):
        return None
    menunggu = baris_menunggu_verifikasi(hasil)
    return f"Terverifikasi di bawah batas {milik[0]}: {menunggu} baris berbukti menunggu verifikasi."


def _tabel_inovasi(hasil: Hasil) -> Tabel:
    nomor = hasil.nomor_dasar
    nama_opd = {satu.kode: satu.nama for satu in hasil.opd}
    urut = sorted(
        hasil.inovasi, key=lambda satu: (-(satu.kematangan[nomor] if satu.kematangan else -1), satu.id)
    )
    kolom = (
        Kolom("Semua inovasi", "nama"),
        Kolom("perangkat daerah", "nama"),
        Kolom("kematangan", "angka"),
        Kolom("golongan", "teks"),
    )
    baris = (
        BarisTabel(
            sel(
                sebut_inovasi(satu),
                nama_opd.get(satu.opd, satu.opd),
                angka_rapi(satu.kematangan[nomor]) if satu.kematangan else "–",
                NAMA_GOLONGAN[satu.golongan],
            )
        )
        for satu in urut
    )
    return Tabel(kolom, tuple(baris))


def sebut_inovasi(satu: NilaiInovasi) -> str:
    """Judul inovasi; berkas yang tak terbaca disebut jalurnya."""
    return satu.nama or satu.berkas or satu.id


def _tidak_dihitung(hasil: Hasil) -> Iterator[Blok]:
    bila = {satu.id: satu.skor_bila_diterima for satu in hasil.tidak_layak}
    urutan = ("tak_terbaca", "tidak_layak", "ditolak", "draf")
    tinggal = sorted(
        (satu for satu in hasil.inovasi if not satu.terhitung), key=lambda satu: urutan.index(satu.golongan)
    )
    if not tinggal:
        return
    yield Judul(kalimat("Tidak dihitung"))
    isi: list[tuple[Kalimat, tuple[Kalimat, ...]]] = []
    for satu in tinggal:
        ekor = f": {satu.alasan}" if satu.alasan and satu.golongan not in ("draf", "ditolak") else ""
        bila_diterima = f"; bila diterima {angka(bila[satu.id])}" if satu.id in bila else ""
        teks = kalimat(sebut_inovasi(satu), Potong(f"{ekor}{bila_diterima}", "redup"))
        isi.append(((Potong(NAMA_GOLONGAN[satu.golongan]),), (teks,)))
    yield RincianLabel(tuple(isi))


def _asumsi(hasil: Hasil, *, rinci: bool) -> Iterator[Blok]:
    utama = hasil.utama
    berentang = rentang_nyata(utama.rentang)
    if not hasil.asumsi and not berentang and len(utama.predikat_mungkin) < 2:
        return
    judul = "Yang diandaikan: asumsi (kepastian lemah)"
    if berentang:
        judul += f", rentang {rentang_skor(utama.rentang)}"
    if utama.skor is not None and len(utama.predikat_mungkin) == 1:
        judul += ", predikat tetap"
    yield Judul(kalimat(judul))
    if len(utama.predikat_mungkin) > 1:
        mungkin = " atau ".join(utama.predikat_mungkin)
        yield satu_alinea(
            Potong(f"Predikat bergantung padanya: {mungkin}.", "peringatan"), inden=2, rapat=True
        )
    if hasil.asumsi:
        yield DaftarButir(tuple(kalimat(_sebut_asumsi(satu, hasil, rinci=rinci)) for satu in hasil.asumsi))


def _sebut_asumsi(satu: Asumsi, hasil: Hasil, *, rinci: bool) -> str:
    alasan = f". {satu.alasan}" if rinci and satu.alasan else ""
    return f"{kalimat_akibat(satu, hasil)}{alasan}"


def _catatan(hasil: Hasil) -> Iterator[Blok]:
    if hasil.catatan:
        yield Judul(kalimat("Catatan"))
        yield RincianLabel(
            tuple(
                ((Potong(satu.kode, "redup"),), ((Potong(satu.pesan, "redup"),),)) for satu in hasil.catatan
            )
        )


def _lanjut(hasil: Hasil, validasi: str, susun: str, target: str) -> Iterator[Blok]:
    tanpa = baris_tanpa_bukti(hasil)
    klaim, berbukti = hasil.tiga_dasar.klaim.skor, hasil.tiga_dasar.berbukti.skor
    poin = "" if klaim is None or berbukti is None else f": {angka(klaim - berbukti)} poin"
    isi = [(validasi, f"{tanpa} baris diklaim tanpa bukti{poin}" if tanpa else "bukti dan kelayakan")]
    if any(satu.status in ("draf", "terkirim") for satu in hasil.inovasi):
        isi.append((susun, "kiriman terbaik"))
    berikut = batas_sekitar(hasil).berikut
    if berikut and '"' not in berikut[0]:
        isi.append((f'{target} "{berikut[0]}"', ""))
    yield Judul(kalimat("Lanjut"))
    yield DaftarPerintah(tuple(isi))


class RingkasDaerah(NamedTuple):
    """Satu baris tabel banyak daerah; cukup kecil untuk disimpan bagi seluruh negeri."""

    nama: str
    inovasi: int
    tiga: tuple[Fraction | None, Fraction | None, Fraction | None]
    nomor: int
    predikat: str | None
    bertumpu: bool


def ringkas(hasil: Hasil) -> RingkasDaerah:
    """Ringkasan satu daerah."""
    klaim, berbukti, terverifikasi = (satu.skor for satu in hasil.tiga_dasar)
    return RingkasDaerah(
        hasil.daerah.nama,
        hasil.jumlah["terhitung"],
        (klaim, berbukti, terverifikasi),
        hasil.nomor_dasar,
        hasil.utama.predikat,
        rentang_nyata(hasil.utama.rentang),
    )


def utuh(hasil: Hasil) -> Hasil:
    """Hasil apa adanya, untuk dicetak lengkap."""
    return hasil


def dokumen_banyak_nilai(semua: Sequence[RingkasDaerah], judul: str, perintah: str) -> Dokumen:
    """Satu baris tiap daerah; skor dasar terpilih ditebalkan."""
    kolom = (
        Kolom("Daerah", "nama"),
        Kolom("inovasi", "angka", boleh_hilang=True),
        Kolom("klaim", "angka"),
        Kolom("berbukti", "angka"),
        Kolom("terverifikasi", "angka"),
        Kolom("predikat", "teks"),
    )
    blok: list[Blok] = [Judul(kalimat(judul), 1), Tabel(kolom, tuple(map(_baris_daerah, semua)))]
    if any(satu.bertumpu for satu in semua):
        catatan = "* skor bergantung pada asumsi; nilai daerahnya sendiri untuk melihat rentangnya."
        blok.append(satu_alinea(Potong(catatan, "redup"), rapat=True))
    return (*blok, Judul(kalimat("Lanjut")), DaftarPerintah(((perintah, "urutan menurut skor"),)))


def _baris_daerah(satu: RingkasDaerah) -> BarisTabel:
    skor = (
        (Potong(angka(nilai), "angka" if urutan == satu.nomor else "biasa"),)
        for urutan, nilai in enumerate(satu.tiga)
    )
    predikat = kalimat(
        Potong(satu.predikat or "–", peran_predikat(satu.predikat)), " *" if satu.bertumpu else ""
    )
    return BarisTabel(sel(satu.nama, str(satu.inovasi), *skor, predikat))


def dokumen_hitungan(hasil: Hasil) -> Dokumen:
    """Hasil kalkulator beserta turunannya."""
    sebutan = "Skor  " if hasil.absolut else "Indeks  "
    return (
        _judul(hasil),
        RincianLabel(((_skor(hasil, sebutan), tuple(_jarak(hasil)) or ((),)),), inden=0),
        Praformat(tuple(turunan_rumus(hasil))[1:]),
        *_asumsi(hasil, rinci=False),
        *_catatan(hasil),
    )
