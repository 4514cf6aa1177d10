"""``rencana target`` sebagai dokumen: tercapai atau tidak, langkahnya, asumsinya, dan daftar kerja."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.inti.model.urusan import URUSAN
from indeksinovasi.inti.rencana.penghalang import Penghalang
from indeksinovasi.inti.rencana.target import HasilTarget, LangkahTarget, RencanaTarget
from indeksinovasi.keluaran.banding import arah
from indeksinovasi.keluaran.dokumen import (
    BarisTabel,
    Blok,
    Dokumen,
    Judul,
    Kalimat,
    Kolom,
    Potong,
    Tabel,
    hanya_kolom,
    kalimat,
    satu_alinea,
    sel,
)
from indeksinovasi.keluaran.pesan_langkah import SEBAB_TETAP
from indeksinovasi.keluaran.rencana_dokumen import DIBULATKAN, judul_rencana, nama_skor, perubahan
from indeksinovasi.keluaran.teks import angka, angka_rapi

_TERBANYAK = 30


def dokumen_target(hasil: Hasil, target: HasilTarget, sumber: str, *, rinci: bool) -> Dokumen:
    """Dokumen ``rencana target``; *sumber* menyebut asal biayanya. *rinci*: beserta daftar kerja."""
    return tuple(_target(hasil, target, sumber, rinci=rinci))


def _target(hasil: Hasil, target: HasilTarget, sumber: str, *, rinci: bool) -> Iterator[Blok]:
    tujuan = target.tujuan
    nama = (
        f"{tujuan.nama} ({angka(tujuan.skor)})" if tujuan.nama else f"{nama_skor(hasil)} {angka(tujuan.skor)}"
    )
    yield judul_rencana(hasil, f"target {nama}", f"dasar {hasil.dasar} · {sumber}")
    if target.rencana is None:
        yield from _tidak_tercapai(target, nama)
        return
    yield from _rencana(hasil, target, target.rencana, rinci=rinci)
    if not target.rencana.bertahan:
        yield from _rapuh(hasil, target, rinci=rinci)
    yield satu_alinea(
        "Semua langkah dianggap berbukti dan terverifikasi. Naikkan tingkat hanya bila memang dapat "
        "dibuktikan."
    )
    if not target.rencana.langkah:
        return
    if rinci:
        yield from _daftar_kerja(hasil, target.rencana.langkah)
    else:
        yield satu_alinea(
            "Daftar kerja tiap OPD dan bukti yang diminta: tambahkan --format markdown.", rapat=True
        )


def _rencana(hasil: Hasil, target: HasilTarget, rencana: RencanaTarget, *, rinci: bool) -> Iterator[Blok]:
    terbukti = rencana.batas_bawah >= rencana.biaya
    catatan = "terbukti termurah" if terbukti else "belum terbukti termurah"
    yield satu_alinea(
        Potong("Tercapai", "naik"),
        " · ",
        *perubahan(target.sekarang, rencana.akhir),
        f" · biaya {angka_rapi(rencana.biaya)}, ",
        Potong(f"{catatan} (batas bawah {angka_rapi(rencana.batas_bawah)})", "redup"),
        inden=2,
    )
    if not rencana.langkah:
        yield satu_alinea("Target sudah tercapai; tidak ada langkah yang diperlukan.")
        return
    langkah = rencana.langkah if rinci else rencana.langkah[:_TERBANYAK]
    yield _tabel_langkah(hasil, target, langkah)
    if len(langkah) < len(rencana.langkah):
        sisa = len(rencana.langkah) - len(langkah)
        yield satu_alinea(f"{sisa} langkah lain: tampilkan dengan --format markdown.", rapat=True)
    yield satu_alinea(Potong(DIBULATKAN, "redup"), rapat=True)


def _tabel_langkah(hasil: Hasil, target: HasilTarget, langkah: Sequence[LangkahTarget]) -> Tabel:
    kolom = (
        Kolom("No", "angka"),
        Kolom("Langkah", "nama"),
        Kolom("dari → ke", "angka"),
        Kolom("biaya", "angka"),
        Kolom("tambah", "angka"),
        Kolom("menjadi", "angka"),
    )
    baris = []
    sebelum = target.sekarang.skor
    for nomor, satu in enumerate(langkah, 1):
        tambah = None if sebelum is None else satu.skor - sebelum
        sebelum = satu.skor
        baris.append(
            BarisTabel(
                sel(
                    str(nomor),
                    _nama_langkah(hasil, satu),
                    "–" if satu.ke is None else f"{satu.dari} → {satu.ke}",
                    angka_rapi(satu.biaya),
                    kalimat(arah(tambah)),
                    angka(satu.skor),
                )
            )
        )
    return Tabel(kolom, tuple(baris))


def _nama_langkah(hasil: Hasil, satu: LangkahTarget) -> Kalimat:
    if satu.jenis == "inovasi_baru":
        urusan = f" urusan {URUSAN[satu.urusan].lower()}" if satu.urusan else ""
        banyak = f"{satu.jumlah} inovasi baru" if satu.jumlah > 1 else "Inovasi baru"
        return kalimat(f"{banyak}{urusan}, kematangan {angka_rapi(satu.kematangan)}")
    apa = f"SPD {satu.nama}" if satu.jenis == "spd" else f"{_nama_catatan(hasil, satu)}: {satu.nama}"
    return kalimat(apa, Potong("; tinggal bukti" if satu.tinggal_bukti else "", "redup"), _bersama(satu))


def _bersama(satu: LangkahTarget) -> Potong:
    return Potong(f"; bersama {satu.bersama}" if satu.bersama else "", "redup")


def _nama_catatan(hasil: Hasil, satu: LangkahTarget) -> str:
    return next((s.nama for s in hasil.inovasi if s.id == satu.id and s.nama), satu.id or "")


def _rapuh(hasil: Hasil, target: HasilTarget, *, rinci: bool) -> Iterator[Blok]:
    """Rencana yang hanya tercapai pada sebagian asumsi, dan rencana yang bertahan pada semuanya."""
    yield satu_alinea(
        Potong("Bergantung pada asumsi: ", "peringatan"),
        "menurut kemungkinan aturan yang lain, atau tanpa pembulatan, rencana ini belum mencapai target.",
    )
    pasti = target.rencana_pasti
    if pasti is None:
        yield satu_alinea("Tidak ada rencana yang bertahan pada setiap kemungkinan.", rapat=True)
        return
    yield satu_alinea(
        f"Yang bertahan pada setiap kemungkinan: biaya {angka_rapi(pasti.biaya)}, {nama_skor(hasil)} ",
        Potong(angka(pasti.akhir.skor), "angka"),
        f", {len(pasti.langkah)} langkah (--pasti menampilkannya).",
        rapat=True,
    )
    if rinci:
        yield Judul(kalimat("Rencana yang bertahan pada setiap kemungkinan"))
        yield _tabel_langkah(hasil, target, pasti.langkah)


def _tidak_tercapai(target: HasilTarget, nama: str) -> Iterator[Blok]:
    tertinggi = target.tertinggi.skor
    kurang = None if tertinggi is None else max(target.tujuan.skor - tertinggi, target.tujuan.skor * 0)
    yield satu_alinea(
        Potong("Tidak tercapai", "turun"),
        f" · {nama} · tertinggi ",
        Potong(angka(tertinggi), "angka"),
        f", kurang {angka(kurang)}",
        inden=2,
    )
    yield satu_alinea(
        f"Tertinggi: semua baris yang masih dapat bergerak berada di puncaknya, tanpa inovasi baru; "
        f"sekarang {angka(target.sekarang.skor)}."
    )
    if target.penghalang:
        kolom = (Kolom("Penghalang", "nama"), Kolom("banyak", "angka"))
        yield Tabel(kolom, tuple(_baris_penghalang(satu) for satu in target.penghalang))
    if not target.berinovasi_baru:
        yield satu_alinea(
            "Bila inovasi baru masih mungkin, izinkan dengan --inovasi-baru BIAYA@KEMATANGAN[:URUSAN]."
        )


def _baris_penghalang(satu: Penghalang) -> BarisTabel:
    teks = SEBAB_TETAP[satu.sebab]
    if satu.sebab == "urusan_wajib":
        teks += f" (kosong: {', '.join(URUSAN[kode] for kode in satu.isi)})"
    return BarisTabel(sel(teks[0].upper() + teks[1:], str(satu.banyak)))


_KOLOM_KERJA = (
    Kolom("Langkah", "nama"),
    Kolom("Tingkat", "angka"),
    Kolom("Yang dituju", "teks"),
    Kolom("Hari", "angka"),
    Kolom("Bukti yang diminta", "teks"),
)


def _daftar_kerja(hasil: Hasil, langkah: Sequence[LangkahTarget]) -> Iterator[Blok]:
    """Daftar kerja tiap pelaku dengan bukti yang diminta; yang paling lama dikerjakan lebih dahulu."""
    milik: dict[str, list[LangkahTarget]] = {}
    for satu in langkah:
        milik.setdefault(_pelaku(hasil, satu), []).append(satu)
    berhari = any(satu.hari is not None for satu in langkah)
    yield Judul(kalimat("Daftar kerja"))
    urutan = "yang paling lama dikerjakan" if berhari else "yang paling mahal"
    tanpa = "" if berhari else " Hari kerja belum disebut; tulis hari di biaya.yaml."
    yield satu_alinea(f"Tiap daftar urut dari {urutan}.{tanpa}")
    for pelaku in sorted(milik, key=lambda nama: (*_lama(milik[nama]), nama)):
        semua = sorted(milik[pelaku], key=lambda satu: (*_lama([satu]), satu.id or "", satu.indikator or ""))
        yield Judul(kalimat(pelaku), 3)
        tabel = Tabel(_KOLOM_KERJA, tuple(_baris_kerja(hasil, satu) for satu in semua))
        yield tabel if berhari else hanya_kolom(tabel, (0, 1, 2, 4))


def _pelaku(hasil: Hasil, satu: LangkahTarget) -> str:
    """Yang mengerjakan: menurut biaya.yaml, OPD catatannya, atau tingkat daerah."""
    if satu.oleh:
        return satu.oleh
    if satu.jenis == "inovasi_baru":
        return f"Pengampu urusan {URUSAN[satu.urusan].lower()}" if satu.urusan else "Pengusul inovasi baru"
    if satu.jenis == "spd":
        return "Tingkat daerah (SPD)"
    return next((opd.nama for opd in hasil.opd if opd.kode == satu.opd), satu.opd or "Tanpa OPD")


def _lama(semua: Sequence[LangkahTarget]) -> tuple[int, Fraction]:
    """Kunci urutan: hari kerja terbanyak, lalu biaya terbanyak."""
    return -max(satu.hari or 0 for satu in semua), -sum((satu.biaya for satu in semua), Fraction(0))


def _baris_kerja(hasil: Hasil, satu: LangkahTarget) -> BarisTabel:
    return BarisTabel(
        sel(
            _nama_langkah(hasil, satu),
            "" if satu.ke is None else f"{satu.dari} → {satu.ke}",
            satu.uraian or "",
            "" if satu.hari is None else str(satu.hari),
            satu.bukti or "",
        )
    )
