@acceptance @profiles
Feature: A meter is commissioned before it is used
  Whoever installs a meter has its covers off and wants no voltage behind it. Some meters are therefore delivered out
  of service: no supply, no credit, no tamper, until a code or a token of the maker puts them into service. (Source:
  Landis+Gyr, user guide of the Cashpower Sabre Mk 5, commissioning and decommissioning; prepaidmeters.co.za, how to
  commission. The code, the sub-class and the words are ours [A] and settings of the profile.)

  Background:
    Given a meter with:
      | name    | value      |
      | profile | acceptance |

  Rule: A meter that is not commissioned says so, supplies nothing and takes no credit

    Background:
      Given the meter holds 10.0 kWh
      And the meter is not commissioned

    Scenario: What it shows, and what the house has
      When the load draws 1000 W for 1 hour
      Then the display reads:
        """
        10.0 kWh
        Not commissioned
        """
      And the house has no power
      And the meter holds 10.0 kWh

    Scenario: Credit is refused and the token stays good
      Given a 25.6 kWh credit token
      When the customer keys in the token
      Then the meter refuses it
      And the meter holds 10.0 kWh
      When the customer presses "888#"
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario: It is still not commissioned after a power cut
      When the mains fails
      And the mains returns
      Then the display reads:
        """
        10.0 kWh
        Not commissioned
        """
      And the load switch is open

    Scenario: It lends nothing
      Given a clear credit token
      When the customer keys in the token
      And the customer presses "811#"
      Then the meter refuses it
      And the meter holds 0.0 kWh

    Scenario: Test tokens and key changes work
      Given the two key change codes to key revision 2 on base date 2014
      When the customer keys in "1844 6744 0738 4377 2416"
      Then the display shows "1"
      When the customer keys in code 1
      And the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2
      And the load switch is open

  Rule: A short code commissions it, once, and what it holds is supplied from then on

    Background:
      Given the meter is not commissioned

    Scenario: With credit
      Given the meter holds 10.0 kWh
      When the customer presses "888#"
      Then the meter accepts it
      And the load switch is closed
      When the load draws 1000 W for 1 hour
      Then the meter holds 9.0 kWh

    Scenario: Without credit the load switch stays open
      When the customer presses "888#"
      Then the meter accepts it
      And the load switch is open
      And the meter holds 0.0 kWh

    Scenario: A power cut after it does not undo it
      Given the meter holds 10.0 kWh
      When the customer presses "888#"
      And the mains fails
      And the mains returns
      Then the display reads:
        """
        10.0 kWh
        """
      And the load switch is closed

    Scenario: The second time it is refused
      Given the meter holds 10.0 kWh
      When the customer presses "888#"
      And 10 seconds pass
      And the customer presses "888#"
      Then the meter refuses it
      And the load switch is closed

  Rule: The maker's token commissions it, once

    Background:
      Given the meter is not commissioned
      And the meter holds 10.0 kWh

    Scenario: The token, and the token again
      Given a token of class 1, sub-class 11 and value 0
      When the customer keys in the token
      Then the meter accepts it
      And the load switch is closed
      When the customer keys in the token
      Then the meter refuses it
      And the load switch is closed

    Scenario: Another sub-class does not
      Given a token of class 1, sub-class 12 and value 0
      When the customer keys in the token
      Then the meter refuses it
      And the load switch is open

  Rule: Opening the covers before that is no tamper, after it it is

    Background:
      Given the meter holds 10.0 kWh
      And the meter is not commissioned

    Scenario: The terminal cover is off while the meter is installed
      When the terminal cover is opened
      And the customer presses "888#"
      Then the load switch is closed
      And the meter has counted 0 cover events

    Scenario: The terminal cover is opened later
      When the customer presses "888#"
      And the terminal cover is opened
      Then the load switch is open
      And the meter has counted 1 cover event

  Rule: A meter of a make that is delivered in service knows neither the code nor the token

    Scenario: The token on a generic meter
      Given a meter with:
        | name    | value   |
        | profile | generic |
      And the meter holds 10.0 kWh
      And a token of class 1, sub-class 11 and value 0
      When the customer keys in the token
      Then the meter refuses it
      And the load switch is closed
