"""``indeks nilai`` untuk terminal: satu daerah lengkap, atau satu baris tiap daerah bila banyak."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from indeksinovasi.inti.model.hasil import Hasil, HasilDasar, NilaiInovasi
from indeksinovasi.keluaran.layar import tabel
from indeksinovasi.keluaran.nilai_kata import kalimat_asumsi as kalimat_asumsi
from indeksinovasi.keluaran.teks import NAMA_GOLONGAN as NAMA_GOLONGAN
from indeksinovasi.keluaran.teks import aman, angka, angka_rapi, rentang_skor

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

WARNA_PREDIKAT = {
    "Sangat Inovatif": "bold green",
    "Inovatif": "bold cyan",
    "Kurang Inovatif": "bold yellow",
    "Tidak Dapat Dinilai": "bold red",
}


def cetak(hasil: Hasil, layar: Console, *, rinci: bool) -> None:
    """Cetak hasil satu daerah."""
    _kepala(hasil, layar)
    if hasil.lingkup == "daerah":
        _angka_pokok(hasil, layar)
        _opd(hasil, layar)
    _inovasi(hasil, layar, semua=rinci or hasil.lingkup != "daerah")
    if rinci or hasil.lingkup != "daerah":
        from indeksinovasi.keluaran.nilai_rinci import baris_turunan

        for baris in baris_turunan(hasil):
            _cetak_baris(layar, baris)
    _asumsi(hasil, layar)
    _catatan(hasil, layar)


def _kepala(hasil: Hasil, layar: Console) -> None:
    from rich.text import Text

    metode = hasil.metode
    nama = f"{aman(hasil.daerah.nama)} · tahun {hasil.tahun}"
    sama = metode.tahun == hasil.tahun and metode.nama.endswith(str(hasil.tahun))
    judul = f"metode {metode.tahun}" if sama else f"metode {aman(metode.nama)}"
    layar.print(Text(nama, style="bold"))
    layar.print(Text(f"{judul}, revisi {metode.revisi} ({metode.status}) · dasar {hasil.dasar}", style="dim"))


def _angka_pokok(hasil: Hasil, layar: Console) -> None:
    from rich.text import Text

    _skor_utama(hasil, layar)
    layar.print(_tiga_dasar(hasil))
    layar.print()
    for nama, nilai, keterangan in _rincian_pokok(hasil):
        layar.print(Text(f"  {nama:<26}{nilai:>12}  {keterangan}".rstrip()))


def _skor_utama(hasil: Hasil, layar: Console) -> None:
    from rich.text import Text

    utama = hasil.utama
    sebutan = "Skor" if hasil.absolut else "Indeks"
    paling = (
        "paling sedikit " if any(satu.terhitung and satu.paling_sedikit for satu in hasil.inovasi) else ""
    )
    baris = Text(f"\n{sebutan}  ")
    baris.append(
        f"{paling}{angka(utama.skor) if utama.skor is not None else 'belum dapat dihitung'}", style="bold"
    )
    if utama.skor is not None:
        predikat = aman(utama.predikat or "predikat belum pasti")
        baris.append("  ")
        baris.append(predikat, style=WARNA_PREDIKAT.get(predikat, "bold"))
    layar.print(baris)
    if utama.rentang and (utama.rentang[0] != utama.rentang[1] or len(utama.predikat_mungkin) > 1):
        mungkin = aman(" atau ".join(utama.predikat_mungkin))
        layar.print(Text(f"  rentang {rentang_skor(utama.rentang)}: {mungkin}"))


def _syarat(terpenuhi: bool | None) -> str:
    return "" if terpenuhi is None else "; syarat terpenuhi" if terpenuhi else "; syarat belum terpenuhi"


def _golongan(hasil: Hasil) -> str:
    lain = [
        f"{banyak} {NAMA_GOLONGAN[nama]}"
        for nama, banyak in hasil.jumlah.items()
        if banyak and nama != "terhitung"
    ]
    return f"+ {', '.join(lain)}" if lain else ""


def _tiga_dasar(hasil: Hasil) -> RenderableType:
    from rich.text import Text

    baris = Text("  ")
    for urutan, satu in enumerate(hasil.tiga_dasar):
        baris.append(" · " if urutan else "")
        baris.append(f"{satu.dasar} {_skor(satu)}", style="bold" if satu.dasar == hasil.dasar else "")
    baris.append(f" ({hasil.baris_terverifikasi} dari {hasil.baris_total} baris)")
    return baris


def _skor(satu: HasilDasar) -> str:
    return angka(satu.skor)


def _rincian_pokok(hasil: Hasil) -> list[tuple[str, str, str]]:
    utama, rincian, spd = hasil.utama, hasil.utama.rincian, hasil.spd
    nilai_spd = spd.skor[hasil.nomor_dasar] if spd.skor else None
    isi = []
    if spd.asal != "tidak_diukur":
        isi.append(("SPD", angka(nilai_spd), f"dari {angka_rapi(spd.maksimum)}" if spd.maksimum else ""))
    jumlah = angka_rapi(utama.masukan.jumlah_kematangan)
    if hasil.metode.rumus.sid.cara == "jumlah":
        isi.append(
            (
                "Jumlah kematangan",
                angka(utama.masukan.jumlah_kematangan),
                f"rata-rata {angka(rincian.rata_rata)}",
            )
        )
    else:
        isi.append(("Rata-rata kematangan", angka(rincian.rata_rata), f"{jumlah} ÷ {rincian.pembagi}"))
    if hasil.metode.rumus.jumlah_inovasi:
        isi.append(("Skor jumlah inovasi", angka(rincian.skor_jumlah), _hitung_jumlah(hasil)))
    if rincian.total is not None and not hasil.absolut:
        isi.append(("Skor total", angka(rincian.total), f"dari {angka_rapi(rincian.maksimum)}"))
    if rincian.total is None and rincian.rata_rata is not None and (penuh := _maksimum_sid(hasil)):
        isi.append(
            (
                "Kematangan per maksimum",
                f"{angka(rincian.rata_rata / penuh * 100)}%",
                f"dari {angka_rapi(penuh)}",
            )
        )
    isi.append(("Inovasi terhitung", str(hasil.jumlah["terhitung"]), _golongan(hasil)))
    if wajib := hasil.metode.urusan_wajib:
        syarat = _syarat(rincian.urusan_terpenuhi)
        isi.append(("Urusan wajib terisi", str(len(hasil.urusan_terisi)), f"dari {len(wajib)}{syarat}"))
    return isi


def _maksimum_sid(hasil: Hasil) -> Fraction | None:
    maksimum = hasil.metode.maksimum.sid_indikator
    return maksimum.nilai if maksimum else None


def _hitung_jumlah(hasil: Hasil) -> str:
    jumlah = hasil.metode.rumus.jumlah_inovasi
    if jumlah is None or hasil.utama.rincian.urusan_terpenuhi is False:
        return "syarat urusan wajib belum terpenuhi"
    n = min(Fraction(hasil.jumlah["terhitung"]), jumlah.maksimum.nilai or Fraction(0))
    return f"{n} × {angka_rapi(jumlah.poin.nilai)}"


def _opd(hasil: Hasil, layar: Console) -> None:
    if not hasil.opd:
        return
    bertarget = any(satu.target is not None for satu in hasil.opd)
    kolom = [("Perangkat daerah", "kiri"), ("Inovasi", "kanan"), ("Kematangan", "kanan")]
    isi = tabel(*kolom, *([("Target", "kanan"), ("", "kiri")] if bertarget else []))
    for satu in hasil.opd:
        nama = aman(satu.nama) + ("" if satu.terdaftar else " (belum terdaftar)")
        baris = [nama, str(satu.jumlah_inovasi), angka(satu.rata_rata)]
        if bertarget:
            baris += [
                angka(satu.target, 0),
                "" if satu.terpenuhi is None else "tercapai" if satu.terpenuhi else "belum",
            ]
        isi.add_row(*baris)
    layar.print()
    layar.print(isi)


def _inovasi(hasil: Hasil, layar: Console, *, semua: bool) -> None:
    from rich.text import Text

    if semua:
        layar.print()
        layar.print(Text("Semua inovasi", style="bold"))
        layar.print(_tabel_inovasi(hasil))
    bila = {satu.id: f"; bila diterima {angka(satu.skor_bila_diterima)}" for satu in hasil.tidak_layak}
    tinggal = [satu for satu in hasil.inovasi if not satu.terhitung]
    isi = [("•", f"{_sebutan(satu)}: {_sebab(satu)}{bila.get(satu.id, '')}") for satu in tinggal]
    _daftar(layar, "Tidak dihitung", isi)


def _tabel_inovasi(hasil: Hasil) -> RenderableType:
    from rich.text import Text

    nomor = hasil.nomor_dasar
    urut = sorted(
        hasil.inovasi, key=lambda satu: (-(satu.kematangan[nomor] if satu.kematangan else -1), satu.id)
    )
    isi = tabel(("Inovasi", "kiri"), ("Perangkat daerah", "kiri"), ("Kematangan", "kanan"), ("", "kiri"))
    for satu in urut:
        nilai = angka_rapi(satu.kematangan[nomor]) if satu.kematangan else "–"
        golongan = "" if satu.terhitung else NAMA_GOLONGAN[satu.golongan]
        isi.add_row(Text(aman(satu.nama or satu.id)), Text(aman(satu.opd)), nilai, golongan)
    return isi


def _sebutan(satu: NilaiInovasi) -> str:
    return f"{aman(satu.nama)} ({aman(satu.id)})" if satu.nama else aman(satu.id)


def _sebab(satu: NilaiInovasi) -> str:
    golongan = NAMA_GOLONGAN[satu.golongan]
    return (
        golongan
        if not satu.alasan or satu.golongan in ("draf", "ditolak")
        else f"{golongan}: {aman(satu.alasan)}"
    )


def _cetak_baris(layar: Console, baris: str, menjorok: str | None = None) -> None:
    """Cetak satu baris; lanjutannya menjorok agar tidak terbaca sebagai baris baru."""
    from textwrap import wrap

    from rich.text import Text

    inden = " " * (len(baris) - len(baris.lstrip()) + 4) if menjorok is None else menjorok
    for bagian in wrap(aman(baris), layar.width, subsequent_indent=inden, break_on_hyphens=False) or [""]:
        layar.print(Text(bagian))


def _daftar(layar: Console, judul: str, isi: list[tuple[str, str]]) -> None:
    from rich.text import Text

    if not isi:
        return
    layar.print()
    layar.print(Text(judul, style="bold"))
    for tanda, kalimat in isi:
        menjorok = " " * (len(tanda) + 3)
        _cetak_baris(layar, f"  {tanda} {kalimat}", menjorok)


def _asumsi(hasil: Hasil, layar: Console) -> None:
    _daftar(
        layar,
        "Hasil ini bertumpu pada asumsi (kepastian lemah)",
        [("•", kalimat_asumsi(satu)) for satu in hasil.asumsi],
    )


def _catatan(hasil: Hasil, layar: Console) -> None:
    _daftar(layar, "Catatan", [(satu.kode, satu.pesan) for satu in hasil.catatan])


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
    rentang = hasil.utama.rentang
    return RingkasDaerah(
        hasil.daerah.nama,
        hasil.jumlah["terhitung"],
        (klaim, berbukti, terverifikasi),
        hasil.nomor_dasar,
        hasil.utama.predikat,
        rentang is not None and rentang[0] != rentang[1],
    )


def cetak_banyak(semua: list[RingkasDaerah], judul: str, layar: Console) -> None:
    """Tabel satu baris tiap daerah; skor dasar terpilih ditebalkan."""
    from rich.text import Text

    isi = tabel(
        ("Daerah", "kiri"),
        ("Inovasi", "kanan"),
        ("Klaim", "kanan"),
        ("Berbukti", "kanan"),
        ("Terverifikasi", "kanan"),
        ("Predikat", "kiri"),
    )
    for satu in semua:
        skor = [
            Text(angka(nilai), style="bold" if urutan == satu.nomor else "")
            for urutan, nilai in enumerate(satu.tiga)
        ]
        tanda = " *" if satu.bertumpu else ""
        isi.add_row(
            Text(aman(satu.nama)), str(satu.inovasi), *skor, Text(f"{aman(satu.predikat or '–')}{tanda}")
        )
    layar.print(Text(judul, style="bold"))
    layar.print(isi)
    if any(satu.bertumpu for satu in semua):
        layar.print(Text("* skor bergantung pada asumsi; nilai daerahnya sendiri untuk melihat rentangnya."))


def utuh(hasil: Hasil) -> Hasil:
    """Hasil apa adanya, untuk dicetak lengkap."""
    return hasil


def cetak_hitungan(hasil: Hasil, layar: Console) -> None:
    """Cetak hasil kalkulator beserta turunannya."""
    from indeksinovasi.keluaran.nilai_rinci import turunan_rumus

    _kepala(hasil, layar)
    _skor_utama(hasil, layar)
    for baris in turunan_rumus(hasil):
        _cetak_baris(layar, baris)
    _asumsi(hasil, layar)
    _catatan(hasil, layar)
