@profiles
Feature: Promises that every maker's meter keeps
  Keys, words and times differ between makers. But a token counts once on every meter, and every update keeps credit.

  Rule: Every meter takes a token once

    Scenario Outline: A token on a meter of the profile <profile>
      Given a meter with:
        | name    | value     |
        | profile | <profile> |
      And the meter holds 10.0 kWh
      And a 25.6 kWh credit token
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh
      When the customer keys in the token
      Then the meter refuses it as used
      And the meter holds 35.6 kWh

      Examples:
        | profile    |
        | generic    |
        | kplc-ciu   |
        | clou       |
        | landis-gyr |
        | conlog     |

  Rule: Every meter tells an old token and a wrong one

    Scenario Outline: An old and a mistyped token on a meter of the profile <profile>
      Given a meter with:
        | name    | value     |
        | profile | <profile> |
      And the meter holds 10.0 kWh
      And a 25.6 kWh credit token issued at "2019-12-31 12:00"
      When the customer keys in the token
      Then the meter refuses it as old
      When the customer keys in the token with digit 9 wrong
      Then the meter refuses it
      And the meter holds 10.0 kWh

      Examples:
        | profile    |
        | generic    |
        | kplc-ciu   |
        | clou       |
        | landis-gyr |
        | conlog     |

  Rule: Every meter is updated by its codes in their order and keeps its credit

    Scenario Outline: The update on a meter of the profile <profile>
      Given a meter with:
        | name    | value     |
        | profile | <profile> |
      And the meter holds 10.0 kWh
      And the two key change codes to key revision 2 on base date 2014
      And a 40.0 kWh credit token under key revision 2 on base date 2014
      When the customer keys in code 1
      Then the meter asks for the other code
      And the key revision is 1
      When the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 50.0 kWh

      Examples:
        | profile    |
        | generic    |
        | kplc-ciu   |
        | clou       |
        | landis-gyr |
        | conlog     |

  Rule: Every meter has its token back after a cut in the middle of a write

    Scenario Outline: The mains fails while a meter of the profile <profile> stores a token
      Given a meter with:
        | name    | value     |
        | profile | <profile> |
      And the meter holds 10.0 kWh
      And a 25.6 kWh credit token
      When the customer keys in the token and the mains fails while the meter stores it
      And the mains returns
      Then the meter holds 10.0 kWh
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

      Examples:
        | profile    |
        | generic    |
        | kplc-ciu   |
        | clou       |
        | landis-gyr |
        | conlog     |
