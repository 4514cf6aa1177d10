"""Peringkat sebagai dokumen: urutan, ringkasan predikat, dan peserta tanpa peringkat beserta sebabnya."""

from __future__ import annotations

from collections.abc import Iterator

from indeksinovasi.inti.laporan.peringkat import Peringkat, Peserta
from indeksinovasi.keluaran.banding import NAMA_JENIS, bertanda
from indeksinovasi.keluaran.dokumen import (
    BarisTabel,
    Batang,
    Blok,
    DaftarPerintah,
    Dokumen,
    Judul,
    Kalimat,
    Kolom,
    Potong,
    Tabel,
    kalimat,
    satu_alinea,
    sel,
)
from indeksinovasi.keluaran.nilai_kata import peran_predikat
from indeksinovasi.keluaran.teks import angka, angka_rapi

_NAMA = {"daerah": "Daerah", "opd": "Perangkat daerah", "inovasi": "Inovasi"}
_Sel = str | Kalimat | Batang


def dokumen_peringkat(peringkat: Peringkat, lanjut: tuple[str, str] | None = None) -> Dokumen:
    """Dokumen peringkat; *lanjut*: perintah berikutnya dan keterangannya."""
    return tuple(_blok(peringkat, lanjut))


def _blok(peringkat: Peringkat, lanjut: tuple[str, str] | None) -> Iterator[Blok]:
    yield Judul(kalimat(judul_peringkat(peringkat)), 1, _dasar(peringkat))
    if peringkat.urutan:
        yield _tabel(peringkat)
    if any(satu.peserta.tanda == "bergantung pada asumsi" for satu in peringkat.urutan):
        catatan = "* bergantung pada asumsi; nilai daerahnya sendiri untuk melihat rentangnya."
        yield satu_alinea(Potong(catatan, "redup"), rapat=True)
    if peringkat.menurut == "opd" and any(satu.sumbangan for satu in _semua(peringkat)):
        yield satu_alinea(Potong(_kalimat_sumbangan(peringkat), "redup"), rapat=True)
    if peringkat.menurut == "daerah":
        ringkas = _ringkasan(peringkat)
        yield satu_alinea(f"Predikat: {ringkas}")
    if peringkat.tanpa_skor:
        yield _tanpa_peringkat(peringkat)
    if lanjut:
        yield Judul(kalimat("Lanjut"))
        yield DaftarPerintah((lanjut,))


def _kalimat_sumbangan(peringkat: Peringkat) -> str:
    galat = [satu.sumbangan.galat_baku for satu in _semua(peringkat) if satu.sumbangan]
    terbesar = max((satu for satu in galat if satu is not None), default=None)
    ekor = f" Ditaksir dengan undian; galat baku paling besar {angka(terbesar, 3)}." if terbesar else ""
    return f"Sumbangan: bagian tiap OPD dari poin indeks selain SPD (nilai Shapley).{ekor}"


def _ringkasan(peringkat: Peringkat) -> str:
    return " · ".join(f"{nama or 'tanpa predikat'} {banyak}" for nama, banyak in peringkat.predikat if banyak)


def judul_peringkat(peringkat: Peringkat) -> str:
    """Judul dengan tahun, dan metode bila dinilai dengan metode lain."""
    metode = peringkat.metode
    ukuran = {
        "daerah": ukuran_peringkat(peringkat).lower(),
        "opd": "kematangan rata-rata",
        "inovasi": "kematangan",
    }
    lain = f", metode {metode.nama}" if metode and metode.tahun != peringkat.tahun else ""
    nama = _NAMA[peringkat.menurut].lower()
    return f"Peringkat {nama} menurut {ukuran[peringkat.menurut]}, tahun {peringkat.tahun}{lain}"


def ukuran_peringkat(peringkat: Peringkat) -> str:
    """``Indeks``, atau ``Skor`` pada skala absolut."""
    return "Skor" if peringkat.metode and peringkat.metode.skala == "absolut" else "Indeks"


def _semua(peringkat: Peringkat) -> list[Peserta]:
    return [*(satu.peserta for satu in peringkat.urutan), *peringkat.tanpa_skor]


def _dasar(peringkat: Peringkat) -> str:
    """Dasar penilaian peserta yang dihitung; kosong bila semuanya hasil terbit."""
    dihitung = any(satu.sumber == "dihitung" for satu in _semua(peringkat))
    return f"dasar {peringkat.dasar}" if dihitung else ""


def _banyak_daerah(peringkat: Peringkat) -> bool:
    return len({satu.daerah for satu in _semua(peringkat)}) > 1


def _tabel(peringkat: Peringkat) -> Tabel:
    daerah = peringkat.menurut != "daerah" and _banyak_daerah(peringkat)
    kolom = [Kolom("No", "angka"), Kolom(_NAMA[peringkat.menurut], "nama")]
    if daerah:
        kolom.append(Kolom("daerah", "nama"))
    match peringkat.menurut:
        case "daerah":
            kolom += [
                Kolom(ukuran_peringkat(peringkat).lower(), "angka"),
                Kolom("inovasi", "angka", boleh_hilang=True),
                Kolom("predikat", "teks"),
            ]
        case "opd":
            kolom += [Kolom("kematangan", "angka"), Kolom("inovasi", "angka"), Kolom("sumbangan", "angka")]
        case "inovasi":
            kolom += [Kolom("perangkat daerah", "nama"), Kolom("kematangan", "angka")]
    baris = []
    for satu in peringkat.urutan:
        awal: list[_Sel] = [str(satu.peringkat), _nama(satu.peserta)]
        awal += [satu.peserta.daerah.nama] if daerah else []
        baris.append(BarisTabel(sel(*awal, *_angka(satu.peserta, peringkat))))
    return Tabel(tuple(kolom), tuple(baris))


def _nama(satu: Peserta) -> str:
    """Nama dengan asal hasil terbit atau batas pengetahuannya."""
    keterangan = [] if satu.sumber == "dihitung" else [f"terbit, {NAMA_JENIS[satu.sumber]}"]
    if satu.tanda and satu.tanda != "bergantung pada asumsi":
        keterangan.append(satu.tanda)
    return f"{satu.nama} ({'; '.join(keterangan)})" if keterangan else satu.nama


def _angka(satu: Peserta, peringkat: Peringkat) -> tuple[_Sel, ...]:
    match peringkat.menurut:
        case "daerah":
            bertumpu = " *" if satu.tanda == "bergantung pada asumsi" else ""
            predikat = kalimat(Potong(satu.predikat or "–", peran_predikat(satu.predikat)), bertumpu)
            return (angka(satu.skor), angka(satu.jumlah_inovasi, 0), predikat)
        case "opd":
            sumbangan = satu.sumbangan
            bagian = "" if sumbangan is None else bertanda(sumbangan.shapley)
            return (angka(satu.skor), angka(satu.jumlah_inovasi, 0), bagian)
    return (satu.nama_opd or satu.opd or "–", angka_rapi(satu.skor))


def _tanpa_peringkat(peringkat: Peringkat) -> Tabel:
    daerah = peringkat.menurut != "daerah" and _banyak_daerah(peringkat)
    kolom = [Kolom("Tanpa peringkat", "nama"), *([Kolom("daerah", "nama")] if daerah else [])]
    baris = []
    for satu in peringkat.tanpa_skor:
        tempat = [satu.daerah.nama] if daerah else []
        baris.append(BarisTabel(sel(satu.nama, *tempat, satu.alasan or "")))
    return Tabel((*kolom, Kolom("alasan", "teks")), tuple(baris))
