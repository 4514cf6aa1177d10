"""Peringkat menjadi tabel terminal, Markdown, dan JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from indeksinovasi.inti.laporan.peringkat import Peringkat, Peserta
from indeksinovasi.inti.model.temuan import Temuan
from indeksinovasi.keluaran.banding import NAMA_JENIS
from indeksinovasi.keluaran.markdown import md, tabel_md
from indeksinovasi.keluaran.nilai_json import VERSI_FORMAT, Json
from indeksinovasi.keluaran.nilai_json import angka as angka_json
from indeksinovasi.keluaran.teks import aman, angka
from indeksinovasi.keluaran.temuan.json import objek_temuan

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


class _Tabel(NamedTuple):
    """Tabel siap tulis: judul kolom, rata tiap kolom (``k`` kanan, ``i`` kiri), dan isi mentah."""

    kolom: tuple[str, ...]
    rata: str
    isi: list[tuple[str, ...]]


def judul(peringkat: Peringkat) -> str:
    """Judul dengan tahun, dan metode bila dinilai dengan metode lain."""
    metode = peringkat.metode
    ukuran = {"daerah": sebutan(peringkat).lower(), "opd": "rata-rata kematangan", "inovasi": "kematangan"}
    nama = {"daerah": "daerah", "opd": "perangkat daerah", "inovasi": "inovasi"}[peringkat.menurut]
    lain = f", metode {metode.nama}" if metode and metode.tahun != peringkat.tahun else ""
    return f"Peringkat {nama} menurut {ukuran[peringkat.menurut]}, tahun {peringkat.tahun}{lain}"


def sebutan(peringkat: Peringkat) -> str:
    """``Indeks``, atau ``Skor`` pada skala absolut."""
    return "Skor" if peringkat.metode and peringkat.metode.skala == "absolut" else "Indeks"


def kalimat_dasar(peringkat: Peringkat) -> str | None:
    """Dasar penilaian peserta yang dihitung; ``None`` bila semuanya hasil terbit."""
    semua = (*(satu.peserta for satu in peringkat.urutan), *peringkat.tanpa_skor)
    return f"Dasar {peringkat.dasar}." if any(satu.sumber == "dihitung" for satu in semua) else None


def _sumber(peserta: Peserta) -> str:
    asal = "" if peserta.sumber == "dihitung" else f"hasil terbit, {NAMA_JENIS[peserta.sumber]}"
    return "; ".join(filter(None, (asal, peserta.tanda)))


def _tabel(peringkat: Peringkat) -> _Tabel:
    urutan = [(str(satu.peringkat), satu.peserta) for satu in peringkat.urutan]
    isi: list[tuple[str, ...]]
    if peringkat.menurut == "daerah":
        isi = [
            (no, s.nama, angka(s.skor), angka(s.jumlah_inovasi, 0), s.predikat or "–", _sumber(s))
            for no, s in urutan
        ]
        return _Tabel(
            ("No", "Daerah", sebutan(peringkat), "Inovasi", "Predikat", "Keterangan"), "kikkii", isi
        )
    if peringkat.menurut == "opd":
        isi = [(no, s.nama, s.daerah.nama, angka(s.skor), angka(s.jumlah_inovasi, 0)) for no, s in urutan]
        tabel = _Tabel(("No", "Perangkat daerah", "Daerah", "Kematangan", "Inovasi"), "kiikk", isi)
    else:
        isi = [(no, s.nama, s.daerah.nama, s.opd or "–", angka(s.skor), _sumber(s)) for no, s in urutan]
        tabel = _Tabel(("No", "Inovasi", "Daerah", "OPD", "Kematangan", "Keterangan"), "kiiiki", isi)
    return _tanpa_kolom(tabel, "Daerah") if _satu_daerah(peringkat) else tabel


def _satu_daerah(peringkat: Peringkat) -> bool:
    semua = (*(satu.peserta for satu in peringkat.urutan), *peringkat.tanpa_skor)
    return len({satu.daerah for satu in semua}) <= 1


def _tanpa_kolom(tabel: _Tabel, nama: str) -> _Tabel:
    letak = tabel.kolom.index(nama)
    kolom, isi = (
        [(*baris[:letak], *baris[letak + 1 :]) for baris in bagian] for bagian in ([tabel.kolom], tabel.isi)
    )
    return _Tabel(kolom[0], tabel.rata[:letak] + tabel.rata[letak + 1 :], isi)


def _ringkasan_predikat(peringkat: Peringkat) -> str:
    return " · ".join(f"{nama or 'tanpa predikat'} {banyak}" for nama, banyak in peringkat.predikat)


def _tanpa_peringkat(peringkat: Peringkat) -> _Tabel:
    isi: list[tuple[str, ...]] = [
        (satu.nama, satu.daerah.nama, satu.alasan or "") for satu in peringkat.tanpa_skor
    ]
    tabel = _Tabel(("Nama", "Daerah", "Alasan"), "iii", isi)
    tanpa = peringkat.menurut == "daerah" or _satu_daerah(peringkat)
    return _tanpa_kolom(tabel, "Daerah") if tanpa else tabel


def _gambar(isi: _Tabel) -> Table:
    from rich.text import Text

    from indeksinovasi.keluaran.layar import tabel

    rata = ["kanan" if satu == "k" else "kiri" for satu in isi.rata]
    gambar = tabel(*zip(isi.kolom, rata, strict=True))
    for baris in isi.isi:
        gambar.add_row(*(Text(aman(sel)) for sel in baris))
    return gambar


def cetak(peringkat: Peringkat, layar: Console) -> None:
    """Cetak ke terminal."""
    from rich.text import Text

    layar.print(Text(aman(judul(peringkat)), style="bold"))
    if dasar := kalimat_dasar(peringkat):
        layar.print(Text(dasar, style="dim"))
    isi = _tabel(peringkat)
    if isi.isi:
        layar.print(_gambar(isi))
    if peringkat.menurut == "daerah":
        layar.print(Text(f"\nPredikat: {aman(_ringkasan_predikat(peringkat))}"))
    if peringkat.tanpa_skor:
        layar.print(Text("\nTanpa peringkat", style="bold"))
        layar.print(_gambar(_tanpa_peringkat(peringkat)))


def teks_markdown(peringkat: Peringkat) -> str:
    """Dokumen Markdown."""
    return "\n".join(_baris_markdown(peringkat))


def _baris_markdown(peringkat: Peringkat) -> Iterator[str]:
    yield from (f"## {md(judul(peringkat))}", "")
    if dasar := kalimat_dasar(peringkat):
        yield from (dasar, "")
    isi = _tabel(peringkat)
    if isi.isi:
        yield from tabel_md(isi.kolom, isi.rata, (tuple(map(md, baris)) for baris in isi.isi))
    if peringkat.menurut == "daerah":
        baris = ((md(nama or "tanpa predikat"), str(banyak)) for nama, banyak in peringkat.predikat)
        yield from tabel_md(("Predikat", "Daerah"), "ik", baris)
    if peringkat.tanpa_skor:
        yield from ("### Tanpa peringkat", "")
        tanpa = _tanpa_peringkat(peringkat)
        yield from tabel_md(tanpa.kolom, tanpa.rata, (tuple(map(md, baris)) for baris in tanpa.isi))


def teks_json(peringkat: Peringkat, temuan: Iterable[Temuan]) -> str:
    """Dokumen JSON; skor dua desimal, ``predikat`` ``null`` berarti belum dapat ditentukan."""
    metode = peringkat.metode
    isi: Json = {
        "versi_format": VERSI_FORMAT,
        "menurut": peringkat.menurut,
        "tahun": peringkat.tahun,
        "dasar": peringkat.dasar,
        "skala": metode.skala if metode else None,
        "metode": {"tahun": metode.tahun, "revisi": metode.revisi, "status": metode.status}
        if metode
        else None,
        "peringkat": [{"peringkat": satu.peringkat, **_objek(satu.peserta)} for satu in peringkat.urutan],
        "tanpa_peringkat": [{**_objek(satu), "alasan": satu.alasan} for satu in peringkat.tanpa_skor],
        "predikat": [{"predikat": nama, "jumlah": banyak} for nama, banyak in peringkat.predikat],
        "temuan": [objek_temuan(satu) for satu in temuan],
    }
    return json.dumps(isi, indent=1) + "\n"


def _objek(peserta: Peserta) -> Json:
    return {
        "kunci": peserta.kunci,
        "nama": peserta.nama,
        "daerah": peserta.daerah._asdict(),
        "opd": peserta.opd,
        "skor": angka_json(peserta.skor, 2),
        "jumlah_inovasi": peserta.jumlah_inovasi,
        "predikat": peserta.predikat,
        "sumber": peserta.sumber,
        "keterangan": peserta.tanda,
    }
