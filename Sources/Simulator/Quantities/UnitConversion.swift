/// The only conversions of the project. Everything inside is in Mt, TWh, MWh/t, tCO2/MWh,
/// CNY/MWh, CNY/t and million CNY, in which the equations need no power of ten.
public enum UnitConversion {
    /// kWh/t, as tables give intensities, to MWh/t (= TWh/Mt).
    public static func megawattHoursPerTonne(fromKilowattHoursPerTonne value: Double) -> Double {
        value / 1000
    }

    /// MWh/t to kWh/t.
    public static func kilowattHoursPerTonne(fromMegawattHoursPerTonne value: Double) -> Double {
        value * 1000
    }

    /// Per cent, as tables give shares, to a fraction.
    public static func fraction(fromPercent value: Double) -> Double {
        value / 100
    }

    /// A fraction to per cent.
    public static func percent(fromFraction value: Double) -> Double {
        value * 100
    }

    /// TWh to EJ: 1 TWh = 3.6 PJ.
    public static func exajoules(fromTerawattHours value: Double) -> Double {
        value * 0.0036
    }

    /// kg/t times Mt gives kt; written out so that the reader need not work it out.
    public static func kilotonnes(kilogramsPerTonne: Double, megatonnes: Double) -> Double {
        kilogramsPerTonne * megatonnes
    }

    /// kgce/t or kgce/kWh times Mt or TWh gives ktce or Mtce: Mt x kgce/t = kt.
    public static func kilotonnesCoalEquivalent(
        kilogramsPerTonne: Double, megatonnes: Double
    ) -> Double {
        kilogramsPerTonne * megatonnes
    }

    /// kgce/kWh times TWh: 1e9 kWh x 1 kg = 1 Mt.
    public static func megatonnesCoalEquivalent(
        kilogramsPerKilowattHour: Double, terawattHours: Double
    ) -> Double {
        kilogramsPerKilowattHour * terawattHours
    }
}
