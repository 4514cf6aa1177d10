"""Kalimat-kalimat laporan: pesan halaman pertama, angka kunci, sebab perubahan, dan langkah.

Semuanya teks polos dari angka laporan; templat yang meloloskannya. Selisih yang disebut adalah selisih dua
angka yang tampil.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.ejaan import deretan
from indeksinovasi.inti.model.angka import bulatkan, jumlah_ada, rentang_nyata
from indeksinovasi.inti.model.batas_predikat import GeserBatas, batas_milik, geser_batas, geser_penentu
from indeksinovasi.inti.model.laporan import (
    Laporan,
    NilaiLaporan,
    PerubahanLaporan,
    SebabPerubahan,
    TitikDeret,
)
from indeksinovasi.keluaran.grafik.kalimat import NAMA_TERBIT, awal_besar, sebut_target
from indeksinovasi.keluaran.grafik.kematangan import penahan
from indeksinovasi.keluaran.grafik.sebab import nama_langkah
from indeksinovasi.keluaran.pesan_langkah import HalPokok, hal_langkah
from indeksinovasi.keluaran.teks import angka, angka_rapi

DEKAT = 5
"""Jarak ke batas (poin) yang disebut "hanya"."""


class AngkaKunci(NamedTuple):
    """Satu angka pokok dan keterangannya; ``lencana`` sebutan tebal di depan keterangan itu."""

    pokok: str
    lanjutan: str
    lencana: str = ""


def judul_laporan(laporan: Laporan) -> str:
    """Pesan utama laporan."""
    nilai, nama = laporan.nilai, laporan.daerah.nama
    if nilai is None:
        return _judul_terbit(laporan)
    if tanpa_baris(laporan):
        return f"Belum ada catatan {laporan.tahun} yang memuat indikator {nilai.metode.nama}"
    if nilai.skor is None:
        return f"Indeks {nama} {laporan.tahun} belum dapat dihitung"
    sedikit = "paling sedikit " if nilai.paling_sedikit else ""
    if nilai.metode.skala == "absolut":
        predikat = f", {nilai.predikat}" if nilai.predikat else ""
        return f"{nama} mengumpulkan {sedikit}{angka(nilai.skor)} poin{predikat}"
    if nilai.predikat is None:
        ragu = "; predikatnya belum pasti" if nilai.metode.predikat else ""
        return f"Indeks {nama} {sedikit}{angka(nilai.skor)}{ragu}"
    gerak = _gerak_predikat(laporan, nilai)
    return f"{nama} {gerak} dengan {sedikit}{angka(nilai.skor)}{_jarak_bawah(laporan, nilai)}"


def tanpa_baris(laporan: Laporan) -> bool:
    """Metode lain (misalnya lomba) yang indikatornya tidak satu pun tertulis di catatan tahun itu."""
    nilai = laporan.nilai
    if nilai is None or not nilai.metode.lain or not nilai.indikator:
        return False
    return not any(satu.ditulis for satu in nilai.indikator)


def _judul_terbit(laporan: Laporan) -> str:
    titik = terbit_tahun(laporan)
    utama = titik[-1] if titik else None
    if utama is None or (utama.skor is None and utama.predikat is None):
        return f"{laporan.daerah.nama} {laporan.tahun}: hanya hasil terbit"
    isi = [
        *([angka(utama.skor)] if utama.skor is not None else []),
        *([utama.predikat] if utama.predikat else []),
    ]
    return f"{laporan.daerah.nama} {laporan.tahun}: {', '.join(isi)} menurut {NAMA_TERBIT[utama.asal]}"


def terbit_tahun(laporan: Laporan) -> list[TitikDeret]:
    """Hasil terbit tahun laporan, dari penilaian mandiri ke final."""
    return [s for s in laporan.deret.titik if s.tahun == laporan.tahun and s.asal != "hitungan"]


def _gerak_predikat(laporan: Laporan, nilai: NilaiLaporan) -> str:
    lama = laporan.perubahan.dari.predikat if laporan.perubahan else None
    assert nilai.predikat is not None
    if lama is None:
        return nilai.predikat
    if lama == nilai.predikat:
        return f"tetap {nilai.predikat}"
    urut = [satu.nama for satu in nilai.metode.predikat]
    if lama in urut and nilai.predikat in urut:
        arah = "naik" if urut.index(nilai.predikat) < urut.index(lama) else "turun"
        return f"{arah} menjadi {nilai.predikat}"
    return f"menjadi {nilai.predikat}"


def _jarak_bawah(laporan: Laporan, nilai: NilaiLaporan) -> str:
    batas = batas_milik(nilai.metode.predikat, nilai.predikat)
    if batas is None or batas.ambang is None or nilai.skor is None:
        return ""
    jarak = nilai.skor - batas.ambang
    if jarak >= DEKAT:
        return ""
    geser = laporan.perubahan and geser_batas(laporan.perubahan.dari.batas, batas)
    return f", tetapi hanya {angka(jarak)} poin di atas {'batas baru' if geser else 'batasnya'}"


def predikat_karena_batas(ubah: PerubahanLaporan) -> str | None:
    """Kalimat bila predikat berubah hanya karena batasnya berpindah; ``None`` bila bukan itu sebabnya."""
    lama, baru, skor = ubah.dari.predikat, ubah.ke.predikat, ubah.ke.skor
    if lama is None or baru is None or lama == baru or skor is None:
        return None
    geser = geser_penentu(ubah.dari.batas, ubah.ke.batas, (lama, baru), skor)
    if geser is None:
        return None
    masih = f"menurut batas {ubah.dari.label} skor {angka(skor)} masih {lama}"
    return f"Predikat berubah dari {lama} menjadi {baru} karena {sebut_geser(geser)}; {masih}."


def sebut_geser(geser: GeserBatas) -> str:
    """``batas Inovatif naik dari 35,00 menjadi 40,01``."""
    arah = "naik" if geser.ke > geser.dari else "turun"
    return f"batas {geser.predikat} {arah} dari {angka(geser.dari)} menjadi {angka(geser.ke)}"


def pengantar(laporan: Laporan) -> list[str]:
    """Kalimat-kalimat di bawah pesan: batas yang berpindah, jarak, verifikasi, rentang."""
    nilai = laporan.nilai
    return list(_pengantar(laporan, nilai)) if nilai else []


def _pengantar(laporan: Laporan, nilai: NilaiLaporan) -> Iterator[str]:
    if tanpa_baris(laporan):
        yield "Isi barisnya pada tiap catatan yang dinilai; kode barisnya ada di berkas metode."
        return
    if nilai.skor is None:
        yield nilai.alasan_kosong or ""
        if nilai.persen_kematangan is not None:
            penuh = angka_rapi(nilai.metode.maksimum_kematangan)
            yield f"Kematangan mencapai {angka(nilai.persen_kematangan)}% dari nilai tertinggi {penuh} poin."
        return
    yield from _batas_pindah(laporan, nilai)
    yield from _jarak_atas(nilai)
    yield from _terverifikasi(nilai)
    if rentang_nyata(nilai.rentang):
        bawah, atas = map(angka, nilai.rentang)
        mungkin = " atau ".join(nilai.predikat_mungkin)
        yield f"Rentang karena asumsi: {bawah}–{atas}, predikat yang mungkin {mungkin}."
    elif nilai.predikat is None and nilai.predikat_mungkin:
        yield f"Predikat yang mungkin: {' atau '.join(nilai.predikat_mungkin)}."
    if nilai.metode.skala == "absolut":
        yield "Poin absolut tidak dapat dibandingkan dengan indeks 0–100."


def _batas_pindah(laporan: Laporan, nilai: NilaiLaporan) -> Iterator[str]:
    ubah = laporan.perubahan
    if ubah is None:
        return
    if karena := predikat_karena_batas(ubah):
        yield karena
        return
    batas = batas_milik(nilai.metode.predikat, nilai.predikat)
    geser = geser_batas(ubah.dari.batas, batas) if batas and batas.ambang else None
    if geser:
        arah = "naik" if geser.ke > geser.dari else "turun"
        awal = f"Batas predikat {geser.predikat} {arah} dari {angka(geser.dari)}"
        yield f"{awal} ({ubah.dari.label}) menjadi {angka(geser.ke)}."


def _jarak_atas(nilai: NilaiLaporan) -> Iterator[str]:
    if nilai.jarak:
        batas = nilai.jarak.batas
        mulai = f"mulai {angka(batas.mulai)}{'' if batas.pasti else ', asumsi'}"
        yield f"Perlu {angka(nilai.jarak.kurang)} poin lagi untuk {batas.nama} ({mulai})."
    elif nilai.predikat:
        yield "Predikat ini yang tertinggi."


def _terverifikasi(nilai: NilaiLaporan) -> Iterator[str]:
    akhir = nilai.tiga_dasar.terverifikasi
    if nilai.dasar == "terverifikasi" or not nilai.baris_total:
        return
    if akhir.skor is None or akhir.skor == nilai.skor:
        return
    if not nilai.baris_terverifikasi:
        yield f"Belum satu pun dari {nilai.baris_total} baris indikator diverifikasi."
        return
    banyak = next((satu.banyak for satu in nilai.langkah if satu.jenis == "verifikasi"), 0)
    predikat = f" ({akhir.predikat})" if akhir.predikat and akhir.predikat != nilai.predikat else ""
    awal = f"Pada dasar terverifikasi baru {angka(akhir.skor)}{predikat}"
    if predikat and banyak:
        yield f"{awal}; predikat bergantung pada {banyak} baris berbukti yang belum diverifikasi."
    else:
        yield f"{awal}."


def angka_kunci(laporan: Laporan) -> list[AngkaKunci]:
    """Angka pokok dan keterangannya, paling banyak lima."""
    nilai = laporan.nilai
    return list(_angka_kunci(nilai)) if nilai and not tanpa_baris(laporan) else []


def _angka_kunci(nilai: NilaiLaporan) -> Iterator[AngkaKunci]:
    if nilai.skor is not None:
        sebut = nilai.predikat or " atau ".join(nilai.predikat_mungkin) or "predikat belum pasti"
        skala = "poin absolut" if nilai.metode.skala == "absolut" else "indeks 0–100"
        yield AngkaKunci(angka(nilai.skor), skala, sebut if nilai.metode.predikat else "")
    luar = _sebut_luar(nilai)
    semua = sum(banyak for _, banyak in nilai.jumlah)
    yield AngkaKunci(f"{nilai.terhitung} dari {semua}", f"inovasi terhitung{'; ' if luar else ''}{luar}")
    yield _kunci_opd(nilai)
    if nilai.urusan:
        terisi = sum(bool(satu.inovasi) for satu in nilai.urusan)
        perlu = f"; perlu {nilai.urusan_minimal}" if nilai.urusan_minimal is not None else ""
        yield AngkaKunci(f"{terisi} dari {len(nilai.urusan)}", f"urusan wajib terisi{perlu}")
    if nilai.rata_kematangan is not None:
        penuh = nilai.metode.maksimum_kematangan
        dari = f", dari {angka_rapi(penuh)}" if penuh else ""
        yield AngkaKunci(angka(nilai.rata_kematangan), f"kematangan rata-rata per inovasi terhitung{dari}")


def _sebut_luar(nilai: NilaiLaporan) -> str:
    """Catatan yang tidak terhitung menurut golongannya."""
    luar = ((nama, banyak) for nama, banyak in nilai.jumlah if banyak and nama != "terhitung")
    return ", ".join(f"{banyak} {nama.replace('_', ' ')}" for nama, banyak in luar)


def _kunci_opd(nilai: NilaiLaporan) -> AngkaKunci:
    bertarget = [satu for satu in nilai.opd if satu.target]
    if bertarget:
        capai = sum(bool(satu.terpenuhi) for satu in bertarget)
        return AngkaKunci(f"{capai} dari {len(bertarget)}", f"OPD mencapai {sebut_target(bertarget)}")
    melapor = nilai.opd_melapor
    return AngkaKunci(f"{melapor} dari {len(nilai.opd)}", "OPD mempunyai inovasi terhitung")


def hal_pokok(laporan: Laporan, judul_bagan: dict[str, str]) -> list[HalPokok]:
    """Paling banyak tiga hal yang perlu diketahui: bukti, langkah terbesar, dan indikator."""
    nilai = laporan.nilai
    if nilai is None or nilai.skor is None or tanpa_baris(laporan):
        return []
    hal: list[HalPokok] = []
    if "kematangan" in judul_bagan and (menahan := penahan(nilai)):
        nama = deretan([satu.nama for satu in menahan])
        hal.append(HalPokok(judul_bagan["kematangan"], f": {nama}."))
    langkah = [satu for satu in nilai.langkah if satu.jenis != "verifikasi"]
    hal += map(hal_langkah, langkah[: 2 - len(hal)])
    if "indikator" in judul_bagan and any(satu.belum for satu in nilai.terlemah):
        belum = jumlah_ada(satu.belum for satu in nilai.terlemah[:2])
        hal.append(HalPokok(judul_bagan["indikator"], f": dua teratas {angka(belum)} {nilai.satuan}."))
    return hal[:3]


def kalimat_perubahan(laporan: Laporan) -> list[str]:
    """Kalimat pembuka bagian sebab: predikat karena batas lebih dulu, lalu gerak skor, lalu inovasinya."""
    ubah = laporan.perubahan
    if ubah is None:
        return []
    if ubah.alasan:
        return [ubah.alasan]
    return list(_kalimat_perubahan(ubah))


def _kalimat_perubahan(ubah: PerubahanLaporan) -> Iterator[str]:
    if karena := predikat_karena_batas(ubah):
        yield karena
    if ubah.dari.skor is not None and ubah.ke.skor is not None:
        yield gerak_skor(ubah)
    hitung = {
        jenis: sum(s.perubahan == jenis for s in ubah.inovasi)
        for jenis in ("baru", "hilang", "naik", "turun", "tetap")
    }
    sebut = [
        f"{hitung[jenis]} {kata}"
        for jenis, kata in (
            ("baru", "inovasi baru terhitung"),
            ("hilang", "tidak lagi terhitung"),
            ("naik", "naik kematangannya"),
            ("turun", "turun"),
            ("tetap", "tetap"),
        )
        if hitung[jenis]
    ]
    if sebut:
        yield f"{awal_besar(deretan(sebut))}."


def gerak_skor(ubah: PerubahanLaporan) -> str:
    """``Dari 42,93 (2024) menjadi 42,63 (2026): −0,30.``"""
    assert ubah.dari.skor is not None
    assert ubah.ke.skor is not None
    selisih = ubah.ke.skor - ubah.dari.skor
    tanda = f": {bertanda_poin(selisih)} poin" if selisih else ", tidak berubah"
    dari, ke = f"{angka(ubah.dari.skor)} ({ubah.dari.label})", f"{angka(ubah.ke.skor)} ({ubah.ke.label})"
    return f"Dari {dari} menjadi {ke}{tanda}."


def bertanda_poin(nilai: Fraction) -> str:
    """Angka dengan tanda + atau −; 0,00 tanpa tanda."""
    bulat = bulatkan(nilai, 2)
    return f"{'+' if bulat > 0 else '−' if bulat < 0 else ''}{angka(abs(nilai))}"


def sebab_terbesar(ubah: PerubahanLaporan, banyak: int = 3) -> list[tuple[str, str, str]]:
    """Sebab terbesar: panah, angka bertanda, dan kalimatnya."""
    return [
        ("▲" if satu.nilai > 0 else "▼", bertanda_poin(satu.nilai), nama_langkah(satu.faktor, ubah))
        for satu in _sebab_tampak(ubah)[:banyak]
    ]


def _sebab_tampak(ubah: PerubahanLaporan) -> list[SebabPerubahan]:
    """Sebab dari 0,01 poin, yang terbesar lebih dulu."""
    tampak = (satu for satu in ubah.sebab if bulatkan(satu.nilai, 2))
    return sorted(tampak, key=lambda satu: (-abs(satu.nilai), satu.faktor))


def sisa_sebab(ubah: PerubahanLaporan, banyak: int = 3) -> str:
    """Sebab selebihnya dalam satu kalimat, dan tahun yang kosong di antaranya."""
    sisa = [
        f"{nama_langkah(satu.faktor, ubah)} ({bertanda_poin(satu.nilai)})"
        for satu in _sebab_tampak(ubah)[banyak:]
    ]
    kalimat = [f"Selebihnya: {'; '.join(sisa)}."] if sisa else []
    if ubah.tahun_kosong:
        kalimat.append(f"Data {deretan([str(satu) for satu in ubah.tahun_kosong])} tidak ada.")
    return " ".join([*kalimat, "Tiap angka dibulatkan sendiri."])
