Feature: credit bar, altered

  Background:
    Given a meter with:
    | name    | value    |
    | profile | kplc-ciu |

  Scenario: Altered 1
    Given the meter holds 10.0 kWh
    When the load draws 2500 W for 3 hours
    Then the display reads:
      """
      5.0 kWh
      ██

      ⌂
      """
