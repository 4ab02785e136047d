@load
Feature: The maximum power limit
  A utility that is short of power limits what each house may draw. A house that draws more is cut
  off for some time, not for ever, and pays only for what it used.

  Background:
    Given the meter holds 10.0 kWh
    And a maximum power limit token of 5000 W

  Rule: Above the limit for ten seconds, the load switch opens

    Scenario: Six kilowatts for eleven seconds
      When the customer keys in the token
      And the load draws 6000 W from now on
      And 11 seconds pass
      Then the load switch is open
      And the display shows "Overload"
      And the meter holds 10.0 kWh

    Scenario: Six kilowatts for nine seconds
      When the customer keys in the token
      And the load draws 6000 W for 9 seconds
      And the load draws 4000 W for 20 seconds
      Then the load switch is closed

    Scenario: Exactly the limit
      When the customer keys in the token
      And the load draws 5000 W for 20 seconds
      Then the load switch is closed

    Scenario: Two peaks with a pause between them
      When the customer keys in the token
      And the load draws 6000 W for 9 seconds
      And the load draws 6000 W for 9 seconds
      Then the load switch is closed

    Scenario: No limit was ever set
      When the load draws 60000 W for 20 seconds
      Then the load switch is closed

    Scenario: A house without credit draws nothing, and nothing trips
      Given a maximum power limit token "limit" of 5000 W
      And a clear credit token "clear"
      When the customer keys in token "limit"
      And the customer keys in token "clear"
      And the load draws 6000 W from now on
      And 30 seconds pass
      Then the display reads:
        """
        0.0 kWh
        """

  Rule: A minute later it closes again

    Scenario: The house has switched something off
      When the customer keys in the token
      And the load draws 6000 W from now on
      And 11 seconds pass
      And the load draws 1000 W from now on
      And 58 seconds pass
      Then the load switch is open
      When 2 seconds pass
      Then the load switch is closed
      And the display reads:
        """
        10.0 kWh
        """

    Scenario: The house still draws too much
      When the customer keys in the token
      And the load draws 6000 W from now on
      And 75 seconds pass
      Then the load switch is closed
      And the meter holds 10.0 kWh
      When 10 seconds pass
      Then the load switch is open

    Scenario: A purchase does not shorten the minute
      Given a maximum power limit token "limit" of 3000 W
      And a 25.6 kWh credit token "bought"
      When the customer keys in token "limit"
      And the load draws 6000 W from now on
      And 11 seconds pass
      And the customer keys in token "bought"
      Then the meter accepts it
      And the load switch is open
      When 1 minutes pass
      Then the load switch is closed

    Scenario: A power cut does not shorten the minute
      When the customer keys in the token
      And the load draws 6000 W from now on
      And 11 seconds pass
      And the mains fails
      And 1 hours pass
      And the load draws 1000 W from now on
      And the mains returns
      And 50 seconds pass
      Then the load switch is open
      When 15 seconds pass
      Then the load switch is closed

    Scenario: The credit was cleared meanwhile
      Given a maximum power limit token "limit" of 3000 W
      And a clear credit token "clear"
      When the customer keys in token "limit"
      And the load draws 6000 W for 11 seconds
      And the customer keys in token "clear"
      And 2 minutes pass
      Then the load switch is open
      And the meter holds 0.0 kWh

  Rule: A power cut does not lift the limit

    Scenario: Six kilowatts after a power cut
      When the customer keys in the token
      And the mains fails
      And the mains returns
      And the load draws 6000 W from now on
      And 11 seconds pass
      Then the load switch is open

  Rule: What flowed before the switch opened is paid for

    Scenario: A quarter of a kilowatt-hour in ten seconds
      When the customer keys in the token
      And the load draws 90000 W from now on
      And 30 seconds pass
      Then the meter holds 9.8 kWh
      And the load switch is open

  Rule: A meter of one phase refuses a limit between phases

    Scenario: A phase unbalance limit
      Given a phase unbalance limit token of 2000 W
      When the customer keys in the token
      Then the meter refuses it
      And the meter holds 10.0 kWh
