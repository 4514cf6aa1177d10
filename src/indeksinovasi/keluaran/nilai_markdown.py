"""``indeks nilai --format markdown``: satu bagian Markdown tiap daerah."""

from __future__ import annotations

from collections.abc import Iterator

from indeksinovasi.inti.model.hasil import Hasil
from indeksinovasi.keluaran.markdown import md, tabel_md
from indeksinovasi.keluaran.nilai_rinci import baris_turunan
from indeksinovasi.keluaran.nilai_teks import kalimat_asumsi
from indeksinovasi.keluaran.teks import angka, angka_rapi, rentang_skor


def potong(hasil: Hasil, *, rinci: bool) -> str:
    """Bagian Markdown satu daerah."""
    return "\n".join(_baris(hasil, rinci=rinci)) + "\n"


def _baris(hasil: Hasil, *, rinci: bool) -> Iterator[str]:
    metode = hasil.metode
    yield f"## {md(hasil.daerah.nama)}, tahun {hasil.tahun}"
    yield ""
    yield f"{md(metode.nama)}, revisi {metode.revisi} ({metode.status}); dasar {hasil.dasar}."
    yield ""
    if hasil.lingkup == "daerah":
        yield from _pokok(hasil)
        yield from _opd(hasil)
    yield from _inovasi(hasil)
    yield from _daftar("Asumsi (kepastian lemah)", [md(kalimat_asumsi(satu)) for satu in hasil.asumsi])
    yield from _daftar("Catatan", [f"{satu.kode}: {md(satu.pesan)}" for satu in hasil.catatan])
    if rinci:
        yield from (
            "### Turunan",
            "",
            "```text",
            *(baris.replace("```", "'''") for baris in baris_turunan(hasil)),
            "```",
            "",
        )


def _pokok(hasil: Hasil) -> Iterator[str]:
    utama, rincian = hasil.utama, hasil.utama.rincian
    spd = hasil.spd.skor[hasil.nomor_dasar] if hasil.spd.skor else None
    isi = [
        ("Skor" if hasil.absolut else "Indeks", f"**{angka(utama.skor)}**"),
        ("Rentang", rentang_skor(utama.rentang)),
        ("Predikat", md(utama.predikat or " atau ".join(utama.predikat_mungkin) or "–")),
        *((f"Dasar {satu.dasar}", angka(satu.skor)) for satu in hasil.tiga_dasar),
        ("Baris terverifikasi", f"{hasil.baris_terverifikasi} dari {hasil.baris_total}"),
        ("SPD", f"{angka(spd)} dari {angka_rapi(hasil.spd.maksimum)}"),
        ("Jumlah kematangan", angka_rapi(utama.masukan.jumlah_kematangan)),
        ("Pembagi", str(rincian.pembagi)),
        ("Rata-rata kematangan", angka(rincian.rata_rata)),
        ("Skor jumlah inovasi", angka(rincian.skor_jumlah)),
        ("Skor total", f"{angka(rincian.total)} dari {angka_rapi(rincian.maksimum)}"),
        *((f"Inovasi {nama.replace('_', ' ')}", str(banyak)) for nama, banyak in hasil.jumlah.items()),
        ("Urusan wajib terisi", f"{len(hasil.urusan_terisi)} dari {len(hasil.metode.urusan_wajib)}"),
    ]
    yield from tabel_md(("Butir", "Nilai"), "ik", iter(isi))


def _opd(hasil: Hasil) -> Iterator[str]:
    judul = ("Perangkat daerah", "Inovasi", "Target", "Rata-rata kematangan")
    baris = (
        (md(satu.nama), str(satu.jumlah_inovasi), angka(satu.target, 0), angka(satu.rata_rata))
        for satu in hasil.opd
    )
    yield from tabel_md(judul, "ikkk", baris)


def _inovasi(hasil: Hasil) -> Iterator[str]:
    nomor = hasil.nomor_dasar
    baris = (
        (
            md(satu.nama or satu.id),
            md(satu.id),
            angka_rapi(satu.kematangan[nomor]) if satu.kematangan else "–",
            satu.golongan.replace("_", " "),
            md(satu.alasan or ""),
        )
        for satu in hasil.inovasi
    )
    yield from tabel_md(("Inovasi", "Catatan", "Kematangan", "Golongan", "Alasan"), "iikii", baris)


def _daftar(judul: str, isi: list[str]) -> Iterator[str]:
    if isi:
        yield from (f"### {judul}", "", *(f"- {satu}" for satu in isi), "")
