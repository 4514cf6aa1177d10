"""``indeks hitung``: kalkulator cepat dari angka ringkasan."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from indeksinovasi.cli.lengkapi import lengkapi_tahun
from indeksinovasi.cli.pilihan import angka_dari, bila_disebut, bulat_dari


def hitung(
    tahun: Annotated[
        int,
        typer.Option(
            "--tahun",
            metavar="T",
            autocompletion=lengkapi_tahun,
            parser=bulat_dari,
            help="Tahun metode.",
            show_default=False,
        ),
    ],
    spd: Annotated[str, typer.Option("--spd", metavar="X", help="Skor SPD (poin).", show_default=False)],
    rata_rata: Annotated[
        str,
        typer.Option(
            "--rata-rata",
            metavar="Y",
            help="Rata-rata kematangan inovasi yang dihitung (poin).",
            show_default=False,
        ),
    ],
    inovasi: Annotated[
        int,
        typer.Option(
            "--inovasi",
            metavar="N",
            parser=bulat_dari,
            help="Banyak inovasi yang dihitung.",
            show_default=False,
        ),
    ],
    dikirim: Annotated[
        int | None,
        typer.Option(
            "--dikirim", metavar="M", parser=bulat_dari, help="Banyak inovasi yang dikirim; bawaannya N."
        ),
    ] = None,
    urusan_wajib: Annotated[
        int | None,
        typer.Option(
            "--urusan-wajib", metavar="K", parser=bulat_dari, help="Banyak urusan wajib yang terisi."
        ),
    ] = None,
    maksimum_spd: Annotated[
        str | None,
        typer.Option(
            "--maksimum-spd", metavar="S", help="Maksimum SPD untuk tahun yang tidak menerbitkannya."
        ),
    ] = None,
    format: Annotated[Literal["teks", "json"], typer.Option("--format", help="Bentuk keluaran.")] = "teks",
) -> int:
    """Hitung indeks dari SPD, rata-rata, dan banyak inovasi."""
    from indeksinovasi.alur.hitung import hitung_cepat
    from indeksinovasi.inti.hitung.langsung import AngkaRingkas

    ringkasan = AngkaRingkas(
        spd=angka_dari(spd, "--spd"),
        rata_rata=angka_dari(rata_rata, "--rata-rata"),
        inovasi=inovasi,
        dikirim=inovasi if dikirim is None else dikirim,
        urusan_wajib=urusan_wajib,
        maksimum_spd=bila_disebut(angka_dari, maksimum_spd, "--maksimum-spd"),
    )
    hasil = hitung_cepat(tahun, ringkasan)
    if format == "json":
        from indeksinovasi.keluaran.nilai_json import potong_json, rangkai_nilai

        typer.echo("".join(rangkai_nilai([potong_json(hasil)], [])), nl=False)
        return 0
    from indeksinovasi.keluaran.nilai_dokumen import dokumen_hitungan
    from indeksinovasi.keluaran.penulis.terminal import cetak_dokumen

    cetak_dokumen(dokumen_hitungan(hasil))
    return 0
