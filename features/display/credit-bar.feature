@display @profiles
Feature: The credit as a bar
  A bar shows people who cannot read how much is left. In the profile kplc-ciu twenty characters stand for 50 kWh.

  Background:
    Given a meter with:
      | name    | value    |
      | profile | kplc-ciu |

  Rule: The bar is as long as the credit, and a house stands under it while the switch is closed

    Scenario Outline: <credit> kWh
      Given the meter holds <credit> kWh
      When 1 seconds pass
      Then the display reads:
        """
        <credit> kWh
        <bar>

        <icon>
        """

      Examples:
        | credit | bar                  | icon |
        | 0.0    |                      | ╱    |
        | 0.1    | ▏                    | ⌂    |
        | 10.0   | ████                 | ⌂    |
        | 11.0   | ████▎                | ⌂    |
        | 11.5   | ████▌                | ⌂    |
        | 12.0   | ████▊                | ⌂    |
        | 49.9   | ████████████████████ | ⌂    |
        | 50.0   | ████████████████████ | ⌂    |
        | 400.0  | ████████████████████ | ⌂    |

  Rule: A latched tamper has its own sign

    Scenario: Somebody opened the cover
      Given the meter holds 10.0 kWh
      And the tamper is latched
      When 1 seconds pass
      Then the display reads:
        """
        10.0 kWh
        ████

        ⌂ ⚿
        """

  Rule: The bar follows the load

    Scenario: Five kilowatt-hours later
      Given the meter holds 10.0 kWh
      When the load draws 2500 W for 2 hours
      Then the display reads:
        """
        5.0 kWh
        ██

        ⌂
        """

  Rule: An open switch has its own sign, and a word when too much was drawn

    Scenario: Six kilowatts above a limit of five
      Given the meter holds 10.0 kWh
      And a maximum power limit token of 5000 W
      When the customer keys in the token
      And the load draws 6000 W from now on
      And 11 seconds pass
      Then the display reads:
        """
        10.0 kWh
        ████

        ╱   Overload
        """
