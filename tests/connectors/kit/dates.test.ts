import { readDate } from "@otklik/connectors/kit/dates";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const at = (iso: string) => new Date(iso);

describe("readDate", () => {
  it.each([
    ["2024-05-01T10:00:00Z", "2024-05-01T10:00:00Z"],
    ["2024-05-01T10:00Z", "2024-05-01T10:00:00Z"],
    ["2024-05-01T10:00:00.123456789Z", "2024-05-01T10:00:00.123Z"],
    ["2024-05-01T10:00:00+03:00", "2024-05-01T07:00:00Z"],
    ["2024-05-01T10:00:00-0730", "2024-05-01T17:30:00Z"],
    ["2024-05-01T10:00:00+0000", "2024-05-01T10:00:00Z"],
    ["2024-05-01 10:00:00", "2024-05-01T10:00:00Z"],
    ["2024-05-01", "2024-05-01T00:00:00Z"],
    ["2024-5-1", "2024-05-01T00:00:00Z"],
  ])("reads ISO 8601: %s", (text, iso) => {
    expect(readDate(text)).toEqual(at(iso));
  });

  it.each([
    ["Wed, 01 May 2024 10:00:00 +0000", "2024-05-01T10:00:00Z"],
    ["Wed, 01 May 2024 10:00:00 GMT", "2024-05-01T10:00:00Z"],
    ["1 May 24 10:00 EST", "2024-05-01T15:00:00Z"],
    ["Wednesday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"],
    ["Wed, 1 May 2024 13:00:00 +0300 (MSK)", "2024-05-01T10:00:00Z"],
  ])("reads mail and HTTP dates: %s", (text, iso) => {
    expect(readDate(text)).toEqual(at(iso));
  });

  it.each([
    ["5 мая 2024", "2024-05-05T00:00:00Z"],
    ["12 марта 2024 г.", "2024-03-12T00:00:00Z"],
    ["среда, 12 июня 2024 г. в 12:30", "2024-06-12T12:30:00Z"],
    ["12 сент. 2023 г.", "2023-09-12T00:00:00Z"],
    ["April 1, 2011", "2011-04-01T00:00:00Z"],
    ["Apr 1, 2011 3:04 PM", "2011-04-01T15:04:00Z"],
    ["1 Apr 2011", "2011-04-01T00:00:00Z"],
    ["1st of May 2024", "2024-05-01T00:00:00Z"],
    ["24. März 2020", "2020-03-24T00:00:00Z"],
    ["24. März 2020 um 10:15 Uhr", "2020-03-24T10:15:00Z"],
    ["01.05.2024", "2024-05-01T00:00:00Z"],
    ["01.05.2024 10:00", "2024-05-01T10:00:00Z"],
    ["1.5.2024 10:00:01", "2024-05-01T10:00:01Z"],
  ])("reads dates as people write them: %s", (text, iso) => {
    expect(readDate(text)).toEqual(at(iso));
  });

  it.each([1714557600, "1714557600", 1714557600000, "1714557600000"])(
    "tells epoch seconds from milliseconds: %s",
    (epoch) => {
      expect(readDate(epoch)).toEqual(at("2024-05-01T10:00:00Z"));
    },
  );

  it.each(["31.02.2024", "2024-02-30", "2024-13-01", "30 февраля 2024", "2024-05-01T24:30:00Z"])(
    "takes no date that the calendar does not have: %s",
    (text) => {
      expect(readDate(text)).toBeNull();
    },
  );

  it.each(["вчера", "2 дня назад", "last month", "May 2024", "5 мая", "2024", "", "сегодня в 12:30"])(
    "takes no period for a day: %s",
    (text) => {
      expect(readDate(text)).toBeNull();
    },
  );

  it.each(["0001-01-01T00:00:00Z", "0000-00-00 00:00:00", 0, "0"])(
    "takes a zero date as none: %s",
    (zero) => {
      expect(readDate(zero)).toBeNull();
    },
  );

  it.each([null, undefined, {}, [], true, Number.NaN, Number.POSITIVE_INFINITY, new Date(Number.NaN)])(
    "takes nothing from %s",
    (value) => {
      expect(readDate(value)).toBeNull();
    },
  );

  it("asks which comes first, day or month, where both could", () => {
    expect(readDate("03/04/2024")).toBeNull();
    expect(readDate("03/04/2024", { dayFirst: true })).toEqual(at("2024-04-03T00:00:00Z"));
    expect(readDate("03/04/2024", { dayFirst: false })).toEqual(at("2024-03-04T00:00:00Z"));
  });

  it.each([
    ["13/05/2024", "2024-05-13T00:00:00Z"],
    ["05/13/2024", "2024-05-13T00:00:00Z"],
    ["05/05/2024", "2024-05-05T00:00:00Z"],
  ])("reads %s, which can be read in one way only", (text, iso) => {
    expect(readDate(text)).toEqual(at(iso));
  });

  it("takes a time without a zone as one on the clocks of the zone given", () => {
    expect(readDate("2024-07-01 10:00:00", { zone: "America/Los_Angeles" })).toEqual(
      at("2024-07-01T17:00:00Z"),
    );
    expect(readDate("01.05.2024", { zone: "Europe/Moscow" })).toEqual(at("2024-04-30T21:00:00Z"));
  });

  it("lets a zone in the text win over the zone given", () => {
    expect(readDate("2024-07-01T10:00:00Z", { zone: "Europe/Moscow" })).toEqual(at("2024-07-01T10:00:00Z"));
  });

  it("moves on a time that clocks skip, and takes the first of a time that they show twice", () => {
    const zone = "America/Los_Angeles";
    expect(readDate("2024-03-10 02:30:00", { zone })).toEqual(at("2024-03-10T10:30:00Z"));
    expect(readDate("2024-11-03 01:30:00", { zone })).toEqual(at("2024-11-03T08:30:00Z"));
  });

  const second = fc
    .date({ min: at("1974-01-01"), max: at("2199-12-31"), noInvalidDate: true })
    .map((date) => {
      date.setUTCMilliseconds(0);
      return date;
    });
  const forms: Record<string, (date: Date) => unknown> = {
    "RFC 3339": (date) => date.toISOString(),
    "RFC 822": (date) => date.toUTCString(),
    "epoch seconds": (date) => date.getTime() / 1000,
    "epoch milliseconds, as text": (date) => String(date.getTime()),
    "naive time": (date) => date.toISOString().slice(0, 19).replace("T", " "),
    "offset without colon": (date) => date.toISOString().replace(/\.000Z/, "+0000"),
  };
  it.each(Object.entries(forms))("reads back what is written as %s", (_name, write) => {
    fc.assert(
      fc.property(second, (date) => {
        expect(readDate(write(date))).toEqual(date);
      }),
    );
  });

  const day = fc.date({ min: at("1974-01-01"), max: at("2199-12-31"), noInvalidDate: true }).map((date) => {
    date.setUTCHours(0, 0, 0, 0);
    return date;
  });
  it.each(["ru", "en-GB", "en-US", "de"])("reads back the long and the medium date of %s", (locale) => {
    const long = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
    const medium = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
    fc.assert(
      fc.property(day, (date) => {
        expect(readDate(long.format(date))).toEqual(date);
        expect(readDate(medium.format(date))).toEqual(date);
      }),
    );
  });

  it.each(["Europe/Moscow", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia"])(
    "reads back what clocks in %s show",
    (zone) => {
      const shown = new Intl.DateTimeFormat("sv-SE", {
        dateStyle: "short",
        timeStyle: "medium",
        timeZone: zone,
      });
      fc.assert(
        fc.property(second, (date) => {
          const read = readDate(shown.format(date), { zone });
          expect(shown.format(read ?? 0)).toBe(shown.format(date));
        }),
      );
    },
  );

  it("never throws, whatever the text", () => {
    const dateish = fc.stringMatching(/^[0-9.:/ TZ+-]{0,30}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), dateish, fc.anything()), (value) => {
        const date = readDate(value);
        expect(date === null || !Number.isNaN(date.getTime())).toBe(true);
      }),
    );
  });
});
