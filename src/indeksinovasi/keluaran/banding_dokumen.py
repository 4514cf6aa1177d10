"""Perbandingan sebagai dokumen: jawaban, batas yang bergeser, sebab, lalu siapa dan apa yang berubah."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from indeksinovasi.inti.hitung.ikhtisar import opd_melapor, rata_kematangan
from indeksinovasi.inti.model.angka import NOL, bulatkan
from indeksinovasi.inti.model.banding import BandingDaerah, Perbandingan, Sisi, UkuranSisi
from indeksinovasi.inti.model.daerah import HasilTerbit
from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.keluaran.banding import (
    NAMA_BAGIAN,
    NAMA_FAKTOR,
    NAMA_JENIS,
    arah,
    catatan_metode,
    dari_ke,
    garis,
    kalimat_batas,
    kalimat_mandiri_final,
    kalimat_predikat,
    kalimat_selisih,
    kalimat_skala,
    kalimat_terbit,
    teks_ukuran,
    terbit_terurut,
)
from indeksinovasi.keluaran.banding_rincian import blok_rincian
from indeksinovasi.keluaran.dokumen import (
    Alinea,
    BarisTabel,
    Batang,
    Blok,
    DaftarButir,
    DaftarPerintah,
    Dokumen,
    Judul,
    Kalimat,
    Kolom,
    Peran,
    Potong,
    RincianLabel,
    Tabel,
    hanya_kolom,
    kalimat,
    satu_alinea,
    sel,
)
from indeksinovasi.keluaran.nilai_kata import peran_predikat
from indeksinovasi.keluaran.teks import angka

CATATAN_BULAT = "Tiap angka dibulatkan sendiri; jumlahnya dapat berselisih 0,01."
_TERBIT = "† hasil terbit, bukan hitungan"


def dokumen_banding(banding: BandingDaerah, *, rinci: bool, perintah: str | None = None) -> Dokumen:
    """Dokumen satu daerah. *perintah*: cara menampilkan semua baris, bila belum *rinci*."""
    return tuple(_daerah(banding, rinci=rinci, perintah=perintah))


def _daerah(banding: BandingDaerah, *, rinci: bool, perintah: str | None) -> Iterator[Blok]:
    label = " → ".join(sisi.label for sisi in banding.sisi)
    yield Judul(kalimat(f"{banding.daerah.nama} · {label}"), 1, _dasar(banding.sisi))
    banyak = len(banding.perbandingan) > 1
    if banyak or rinci:
        yield from blok_sisi(banding.sisi)
    else:
        yield from _skala(banding.sisi)
    for satu in banding.tanpa:
        yield satu_alinea(f"Tanpa data: {satu}")
    for pasangan in banding.perbandingan:
        if banyak:
            yield Judul(kalimat(f"{pasangan.dari.label} → {pasangan.ke.label}"))
        yield from blok_pasangan(pasangan, rinci=rinci)
    yield from _terbit(banding, rinci=rinci)
    if perintah and not rinci:
        yield Judul(kalimat("Lanjut"))
        yield DaftarPerintah(((perintah, "semua baris"),))


def _dasar(semua: Sequence[Sisi]) -> str:
    dasar = {sisi.hasil.dasar for sisi in semua if sisi.hasil}
    return f"dasar {dasar.pop()}" if len(dasar) == 1 else ""


def _skala(semua: Sequence[Sisi]) -> Iterator[Blok]:
    for satu in kalimat_skala(semua):
        yield satu_alinea(Potong(satu, "peringatan"))


def blok_sisi(semua: Sequence[Sisi]) -> Iterator[Blok]:
    """Angka pokok tiap sisi: satu baris tiap sisi."""
    yield _tabel_sisi(semua)
    yield Alinea(tuple((Potong(satu, "redup"),) for satu in _keterangan_sisi(semua)), rapat=True)
    yield from _skala(semua)
    deret = [sisi.hasil.utama.skor for sisi in semua if sisi.hasil and sisi.skala == "normal"]
    nilai = [skor for skor in deret if skor is not None]
    if len(nilai) > 2:
        yield satu_alinea(f"Gerak indeks: {garis(nilai)}  ({angka(nilai[0])} → {angka(nilai[-1])})")


def _tabel_sisi(semua: Sequence[Sisi]) -> Tabel:
    absolut = any(sisi.skala == "absolut" for sisi in semua)
    kolom = (
        Kolom("Sisi", "nama"),
        Kolom("skor" if absolut else "indeks", "angka"),
        Kolom("SPD", "angka"),
        Kolom("kematangan", "angka"),
        Kolom("inovasi", "angka"),
        Kolom("pembagi", "angka"),
        Kolom("skor jumlah", "angka", boleh_hilang=True),
        Kolom("OPD", "angka"),
    )
    isi = [(sisi.label, *_sel_sisi(sisi)) for sisi in semua]
    utuh = Tabel(kolom, tuple(BarisTabel(sel(*satu)) for satu in isi))
    # Kolom yang kosong pada semua sisi tidak dicetak.
    kosong = [all(satu[nomor] == "–" for satu in isi) for nomor in range(len(kolom))]
    return hanya_kolom(utuh, [nomor for nomor in range(len(kolom)) if not kosong[nomor]])


def _keterangan_sisi(semua: Sequence[Sisi]) -> Iterator[str]:
    if any(sisi.hasil for sisi in semua):
        yield "Kematangan: rata-rata per inovasi terhitung. OPD: yang melapor."
    if any(sisi.hasil is None for sisi in semua):
        yield f"{_TERBIT}."


def _sel_sisi(sisi: Sisi) -> tuple[str, ...]:
    hasil = sisi.hasil
    if hasil is None:
        terbit = terbit_terurut([sisi])
        utama = max(terbit, key=lambda satu: (satu.skor is not None, satu.jenis != "mandiri"), default=None)
        if utama is None:
            return ("–",) * 7
        jumlah = (angka(utama.jumlah_inovasi, 0), angka(utama.jumlah_opd, 0))
        return (f"{angka(utama.skor)} †", "–", "–", jumlah[0], "–", "–", jumlah[1])
    utama_hasil = hasil.utama
    return (
        angka(utama_hasil.skor),
        angka(utama_hasil.masukan.spd),
        angka(rata_kematangan(hasil)),
        str(utama_hasil.masukan.terhitung),
        "–" if hasil.absolut else str(utama_hasil.rincian.pembagi),
        angka(utama_hasil.rincian.skor_jumlah) if hasil.metode.rumus.jumlah_inovasi else "–",
        _pelapor(hasil),
    )


def _pelapor(hasil: Hasil) -> str:
    return f"{opd_melapor(hasil)} dari {len(hasil.opd)}"


def blok_pasangan(banding: Perbandingan, *, rinci: bool) -> Iterator[Blok]:
    """Dua sisi bersebelahan: jawaban, sebab, dan rinciannya; pada skala berbeda, pasangan setaranya."""
    yield from _jawaban(banding)
    yield from _sebab(banding, rinci=rinci)
    yield from _catatan(banding)
    setara = banding.setara
    if setara:
        label = f"{setara.dari.label} → {setara.ke.label}"
        yield Judul(kalimat(f"Pasangan setara pada satu metode: {label}"), 3)
        yield from _jawaban(setara)
        yield from _sebab(setara, rinci=rinci)
        yield from _catatan(setara)
    yield from blok_rincian(setara or banding, rinci=rinci)
    yield from _pelaporan(banding)


def _jawaban(banding: Perbandingan) -> Iterator[Blok]:
    if banding.ukuran is None:
        yield satu_alinea(kalimat_selisih(banding), inden=2)
        return
    yield RincianLabel(((_label_jawaban(banding, banding.ukuran), (_predikat(banding),)),))
    if terbit := _keterangan_terbit(*banding.ukuran):
        yield satu_alinea(Potong(terbit, "redup"), inden=2, rapat=True)
    batas = kalimat_batas(banding.predikat)
    if batas and banding.predikat:
        peran: Peran = "biasa" if banding.predikat.tetap else "angka"
        yield Alinea(tuple((Potong(satu, peran),) for satu in batas), 2, rapat=True)
    if banding.selisih is None and banding.alasan:
        yield satu_alinea(banding.alasan, inden=2, rapat=True)


def _label_jawaban(banding: Perbandingan, ukuran: tuple[UkuranSisi, UkuranSisi]) -> Kalimat:
    """Kedua angka dan selisihnya; yang tidak sejenis disebut jenisnya masing-masing."""
    awal, akhir = ukuran
    if awal.terbit == akhir.terbit:
        tanda = " †" if awal.terbit else ""
        angka_kedua = f"{angka(awal.skor)} → {angka(akhir.skor)}{tanda}"
    else:
        angka_kedua = f"{teks_ukuran(awal)} → {teks_ukuran(akhir)}"
    label: Kalimat = (Potong(angka_kedua, "angka"),)
    selisih = banding.selisih_tampil
    if selisih is None:
        return label
    return (*label, Potong("   "), arah(selisih) if selisih else Potong("tetap", "redup"), Potong(" "))


def _keterangan_terbit(awal: UkuranSisi, akhir: UkuranSisi) -> str:
    if awal.terbit is None and akhir.terbit is None:
        return ""
    if awal.terbit != akhir.terbit:
        return f"{_TERBIT}; keduanya tidak sejenis, jadi tidak dikurangkan."
    return f"{_TERBIT} ({NAMA_JENIS[awal.terbit]})." if awal.terbit else ""


def _predikat(banding: Perbandingan) -> Kalimat:
    predikat = banding.predikat
    if predikat is None:
        nama = [satu.predikat for satu in banding.ukuran or () if satu.predikat]
        return kalimat(" → ".join(nama))
    if predikat.tetap:
        return kalimat(kalimat_predikat(predikat))
    return (Potong(predikat.dari), Potong(" menjadi "), Potong(predikat.ke, peran_predikat(predikat.ke)))


def _sebab(banding: Perbandingan, *, rinci: bool) -> Iterator[Blok]:
    if banding.selisih is None:
        return
    urut = sorted(banding.uraian, key=lambda satu: -abs(satu.nilai))
    bagian = banding.kematangan if rinci else ()
    terbesar = max((abs(satu.nilai) for satu in (*urut, *bagian)), default=NOL)
    baris = []
    for satu in urut:
        if bulatkan(satu.nilai, 2):
            baris.append(_baris_sebab(_nama_sebab(satu.faktor, banding), satu.nilai, terbesar))
            anak = [lain for lain in bagian if satu.faktor == "kematangan" and bulatkan(lain.nilai, 2)]
            baris += [
                _baris_sebab(NAMA_BAGIAN[lain.faktor], lain.nilai, terbesar)._replace(inden=2)
                for lain in anak
            ]
    if not baris:
        yield satu_alinea("Tidak ada sebab yang menggerakkannya sampai 0,01 poin.", inden=2, rapat=True)
        return
    kolom = (Kolom("Sebab", "nama"), Kolom("poin", "angka"), Kolom(f"{'turun':>11}   naik", "batang"))
    yield Tabel(kolom, tuple(baris))
    yield satu_alinea(Potong(CATATAN_BULAT, "redup"), rapat=True)


def _baris_sebab(nama: str, nilai: Fraction, terbesar: Fraction) -> BarisTabel:
    return BarisTabel(sel(nama, (arah(nilai),), Batang(nilai, terbesar)))


def _nama_sebab(faktor: str, banding: Perbandingan) -> str:
    """Nama faktor dengan nilainya pada kedua sisi."""
    dari, ke = banding.dari.hasil, banding.ke.hasil
    if dari is None or ke is None:
        nama = NAMA_FAKTOR[faktor]
        return f"{nama[0].upper()}{nama[1:]}"
    awal, akhir = dari.utama.masukan, ke.utama.masukan
    if faktor == "metode":
        return f"Metode {dari_ke(str(dari.metode.tahun), str(ke.metode.tahun))}"
    if faktor == "spd":
        return f"SPD {dari_ke(angka(awal.spd), angka(akhir.spd))}"
    if faktor == "kematangan":
        return f"Kematangan per inovasi {dari_ke(*(angka(rata_kematangan(satu)) for satu in (dari, ke)))}"
    if faktor == "urusan_wajib":
        terisi = dari_ke(str(len(dari.urusan_terisi)), str(len(ke.urusan_terisi)))
        return f"Urusan wajib {terisi} dari {len(ke.metode.urusan_wajib)}"
    terhitung = f"terhitung {awal.terhitung} → {akhir.terhitung}"
    ditolak = f"ditolak/tidak layak {awal.ditolak} → {akhir.ditolak}"
    bagian = [terhitung] if awal.terhitung != akhir.terhitung else []
    bagian += [ditolak] if awal.ditolak != akhir.ditolak else []
    return f"Inovasi {', '.join(bagian or [terhitung])}"


def _catatan(banding: Perbandingan) -> Iterator[Blok]:
    catatan = (*catatan_metode(banding.dari), *catatan_metode(banding.ke))
    if catatan:
        yield DaftarButir(tuple((Potong(f"Catatan {satu}", "redup"),) for satu in catatan), 0)


def _pelaporan(banding: Perbandingan) -> Iterator[Blok]:
    dari, ke = banding.dari.hasil, banding.ke.hasil
    if dari is not None and ke is not None:
        yield satu_alinea(f"OPD melapor: {dari_ke(_pelapor(dari), _pelapor(ke))}.")


def _terbit(banding: BandingDaerah, *, rinci: bool) -> Iterator[Blok]:
    semua = terbit_terurut(banding.sisi)
    if not semua:
        return
    kolom = (
        Kolom("Hasil terbit", "nama"),
        Kolom("skor", "angka"),
        Kolom("predikat", "teks"),
        Kolom("inovasi", "angka", boleh_hilang=True),
        Kolom("OPD", "angka", boleh_hilang=True),
    )
    yield Tabel(kolom, tuple(map(_baris_terbit, semua)))
    dihitung = [satu for satu in banding.perbandingan if satu.dari.hasil or satu.ke.hasil]
    lain = [*kalimat_mandiri_final(semua), *filter(None, map(kalimat_terbit, dihitung))]
    if lain:
        yield Alinea(tuple(map(kalimat, lain)), rapat=True)
    if rinci:
        butir = [f"Sumber: {satu}" for satu in dict.fromkeys(satu.sumber for satu in semua)]
        butir += [f"Catatan {satu.tahun}: {satu.catatan}" for satu in semua if satu.catatan]
        yield DaftarButir(tuple((Potong(satu, "redup"),) for satu in butir), 0)


def _baris_terbit(satu: HasilTerbit) -> BarisTabel:
    return BarisTabel(
        sel(
            f"{satu.tahun} {NAMA_JENIS[satu.jenis]}",
            angka(satu.skor),
            satu.predikat or "–",
            angka(satu.jumlah_inovasi, 0),
            angka(satu.jumlah_opd, 0),
        )
    )


def dokumen_banyak(semua: Sequence[BandingDaerah]) -> Dokumen:
    """Satu baris tiap pasangan tiap daerah: kedua angka, selisih, dan sebab terbesarnya."""
    kolom = (
        Kolom("Daerah", "nama"),
        Kolom("sisi", "teks"),
        Kolom("indeks", "angka"),
        Kolom("selisih", "angka"),
        Kolom("terbesar", "teks"),
    )
    baris = [BarisTabel(_sel_pasangan(daerah, satu)) for daerah in semua for satu in daerah.perbandingan]
    geser = dict.fromkeys(
        f"{daerah.daerah.nama}: {' '.join(kalimat_batas(satu.predikat))}"
        for daerah in semua
        for satu in daerah.perbandingan
        if satu.predikat and satu.predikat.karena_batas
    )
    catatan = f"{_TERBIT}. Bandingkan satu daerah, atau pakai --rinci, untuk uraian lengkapnya."
    blok: list[Blok] = [DaftarButir(tuple(map(kalimat, geser)), 0)] if geser else []
    return (*blok, Tabel(kolom, tuple(baris)), satu_alinea(Potong(catatan, "redup"), rapat=True))


def _sel_pasangan(daerah: BandingDaerah, satu: Perbandingan) -> tuple[Kalimat | Batang, ...]:
    ukuran = satu.ukuran or ()
    skor = " → ".join(f"{angka(sisi.skor)}{' †' if sisi.terbit else ''}" for sisi in ukuran)
    label = f"{satu.dari.label} → {satu.ke.label}"
    return sel(daerah.daerah.nama, label, skor, (arah(satu.selisih_tampil),), _terbesar(satu))


def _terbesar(satu: Perbandingan) -> str:
    if satu.selisih is None:
        return "skala berbeda" if not satu.skala_sama else "tidak diuraikan"
    terbesar = max(satu.uraian, key=lambda sumbangan: abs(sumbangan.nilai))
    return f"{NAMA_FAKTOR[terbesar.faktor]} {arah(terbesar.nilai).teks}" if terbesar.nilai else "–"
