"""Berkas laporan banyak daerah: ikhtisar di atas, dengan tautan ke laporan tiap daerah."""

from __future__ import annotations

from typing import Any

from indeksinovasi.inti.ejaan import deretan
from indeksinovasi.inti.model.angka import bulatkan
from indeksinovasi.inti.model.provinsi import BarisDaerah, GantiPredikat, LaporanProvinsi
from indeksinovasi.keluaran.laporan import PilihanLaporan, nama_laporan, tanggal_panjang, tulis_bentuk
from indeksinovasi.keluaran.pesan import sebab_terbesar, sebut_geser
from indeksinovasi.keluaran.teks import NAMA_INDEKS, angka, bernama_indeks

TANPA_PREDIKAT = "Tanpa predikat"


def berkas_provinsi(provinsi: LaporanProvinsi, pilihan: PilihanLaporan) -> dict[str, bytes]:
    """Nama berkas → isi laporan banyak daerah; bahan yang sama menghasilkan bita yang sama."""
    from indeksinovasi.keluaran.grafik import nama_bagan_berkas
    from indeksinovasi.keluaran.grafik.daerah import bagan_daerah, jarak_atas, judul_daerah
    from indeksinovasi.keluaran.grafik.daerah_kecil import bagan_kecil
    from indeksinovasi.keluaran.grafik.tren import NAMA_ASAL
    from indeksinovasi.keluaran.nilai_csv import baris_csv
    from indeksinovasi.keluaran.templat import TEMPLAT_PROVINSI, jalankan_templat

    # Templat pengguna dan ringkasan milik laporan tiap daerah, bukan ikhtisar ini.
    utama = pilihan._replace(ringkas=False, templat=None)
    ada = [satu for satu in (bagan_daerah(provinsi), bagan_kecil(provinsi)) if satu]
    gambar = {nama_bagan_berkas(provinsi.tahun, satu): satu for satu in ada}
    tabel = f"daerah-{provinsi.tahun}.csv"
    isi: dict[str, Any] = {
        "provinsi": provinsi,
        "judul": judul_daerah(provinsi),
        "berpredikat": any(satu.batas or satu.predikat for satu in provinsi.daerah),
        "kelompok": _kelompok(provinsi),
        "kunci": _kunci(provinsi),
        "gerak": {satu.subfolder: _gerak(satu) for satu in provinsi.daerah},
        "jarak": {satu.subfolder: jarak_atas(satu) for satu in provinsi.daerah},
        "ukuran": _ukuran(provinsi),
        "sebab": [(ubah.daerah.nama, sebab_predikat(ubah)) for ubah in provinsi.berubah],
        "bagan": {b.nama: {"berkas": nama, "alternatif": b.alternatif} for nama, b in gambar.items()},
        "tabel": tabel,
        "berkas": nama_laporan(provinsi.tahun, pilihan),
        "tanggal": tanggal_panjang(pilihan.tanggal) if pilihan.tanggal else None,
        "nama_asal": NAMA_ASAL,
    }
    teks = jalankan_templat(isi, None, TEMPLAT_PROVINSI)
    samping = {nama: b.svg() for nama, b in gambar.items()} if pilihan.bentuk == "markdown" else {}
    return {
        nama_laporan(provinsi.tahun, utama): tulis_bentuk(teks, gambar, utama),
        **samping,
        tabel: baris_csv(_baris_csv(provinsi)).encode(),
    }


def _kelompok(provinsi: LaporanProvinsi) -> list[tuple[str, list[BarisDaerah]]]:
    """Daerah menurut predikat, dari yang terbaik; yang tanpa predikat di akhir."""
    milik: dict[str | None, list[BarisDaerah]] = {
        batas.nama: [] for satu in provinsi.daerah for batas in satu.batas
    }
    for satu in provinsi.daerah:
        milik.setdefault(satu.predikat, []).append(satu)
    tanpa = milik.pop(None, [])
    semua = [*((nama or "", daerah) for nama, daerah in milik.items()), (TANPA_PREDIKAT, tanpa)]
    return [(nama, daerah) for nama, daerah in semua if daerah]


def _ukuran(provinsi: LaporanProvinsi) -> str:
    """Yang diukur dan tahunnya: indeks, atau nama lombanya."""
    if provinsi.metode and not bernama_indeks(provinsi.metode):
        return provinsi.metode
    return f"{NAMA_INDEKS} {provinsi.tahun}"


def _kunci(provinsi: LaporanProvinsi) -> list[tuple[str, str]]:
    """Angka pokok: daerah berskor, predikat yang berubah, OPD melapor, dan inovasi terhitung."""
    semua = provinsi.daerah
    berangka = f"{len(semua)} dari {len(semua) + len(provinsi.tanpa)}"
    kunci = [(berangka, f"daerah punya angka {provinsi.tahun}")]
    if provinsi.berubah:
        kunci.append((str(len(provinsi.berubah)), "daerah berubah predikat"))
    opd = sum(satu.opd or 0 for satu in semua)
    if opd:
        melapor = sum(satu.opd_melapor or 0 for satu in semua if satu.opd)
        kunci.append((f"{melapor} dari {opd}", "perangkat daerah melapor"))
    terhitung = sum(satu.terhitung or 0 for satu in semua)
    if terhitung:
        kunci.append((angka(terhitung, 0), "inovasi terhitung"))
    return kunci


def _gerak(satu: BarisDaerah) -> str:
    """Selisih dua angka yang tampil, dengan tahunnya; kosong bila tidak sebanding."""
    lama = satu.lama
    if lama is None or lama.skor is None or satu.skor is None or satu.gerak is None:
        return ""
    selisih = bulatkan(satu.skor, 2) - bulatkan(lama.skor, 2)
    panah = "▲ +" if selisih > 0 else "▼ −" if selisih < 0 else ""
    return f"{panah}{angka(abs(selisih))} ({lama.tahun})"


def sebab_predikat(ubah: GantiPredikat) -> str:
    """Mengapa predikat sebuah daerah berubah, dengan angkanya."""
    daerah, lama = ubah.daerah, ubah.lama
    awal = f"{lama.predikat} ({lama.tahun}) menjadi {daerah.predikat}"
    if ubah.batas:
        masih = f"skor {angka(daerah.skor)} masih {lama.predikat} menurut batas lama"
        return f"{awal} karena {sebut_geser(ubah.batas)}; {masih}."
    if daerah.gerak is None:
        return f"{awal}; skalanya berbeda atau skornya tidak terbit, jadi selisihnya tidak dihitung."
    arah = "naik" if daerah.gerak > 0 else "turun"
    gerak = f"dari {angka(lama.skor)} menjadi {angka(daerah.skor)}"
    terutama = _terutama(daerah, lama.tahun)
    return f"{awal} karena skor {arah} {angka(abs(daerah.gerak))} poin, {gerak}{terutama}."


def _terutama(daerah: BarisDaerah, tahun: int) -> str:
    """Sebab terbesar searah gerak skor, bila perubahannya terurai."""
    ubah = daerah.perubahan
    if ubah is None or ubah.dari.tahun != tahun or daerah.gerak is None:
        return ""
    arah = "▲" if daerah.gerak > 0 else "▼"
    sebab = [(besar, nama) for panah, besar, nama in sebab_terbesar(ubah, 5) if panah == arah][:2]
    return f"; terutama {deretan([f'{nama} ({besar})' for besar, nama in sebab])}" if sebab else ""


def _baris_csv(provinsi: LaporanProvinsi) -> list[tuple[object, ...]]:
    from indeksinovasi.keluaran.nilai_json import angka_json

    kepala = (
        *("kode", "daerah", "folder", "asal", "skala", "skor", "predikat", "predikat_mungkin", "terhitung"),
        *("opd_melapor", "opd", "opd_target_tercapai", "tahun_lama", "skor_lama", "predikat_lama"),
    )
    isi: list[tuple[object, ...]] = [kepala]
    for satu in provinsi.daerah:
        lama = satu.lama
        isi.append(
            (
                *(satu.kode, satu.nama, satu.subfolder, satu.asal, satu.skala, angka_json(satu.skor, 2)),
                *(
                    satu.predikat,
                    "; ".join(satu.predikat_mungkin),
                    satu.terhitung,
                    satu.opd_melapor,
                    satu.opd,
                ),
                *(satu.opd_target, lama.tahun if lama else None, angka_json(lama.skor, 2) if lama else None),
                lama.predikat if lama else None,
            )
        )
    return isi
